import type { DayKind } from '@gongqiao/calendar'

/** How sheets name the kinds of days, in both languages, with what people write for them. */
export const kindWords: { readonly [K in DayKind]: readonly string[] } = {
  statutory: ['放假', '法定节假日', '节假日', '休', 'holiday', 'statutory'],
  adjusted_rest: ['调休放假', '调休', '调休休息日', 'adjusted rest', 'adjusted_rest'],
  weekend: ['周末', '休息日', 'weekend'],
  makeup_workday: ['调休上班', '补班', '上班', '班', 'make-up day', 'makeup_workday'],
  workday: ['工作日', 'working day', 'workday'],
}

/** The kind a word of a sheet means, for a day that lies in a weekend or not; undefined when nobody knows. */
export function kindOfWord(word: string, inWeekend: boolean): DayKind | undefined {
  const said = word.trim().toLowerCase()
  const found = Object.entries(kindWords).find(([, words]) => words.includes(said))?.[0]
  // Schedules say 放假 for every day off; which of them are weekend days says the week.
  if (found === 'adjusted_rest' && inWeekend) return 'weekend'
  return asKind(found)
}

/** Safe because the keys of the table are the kinds. */
function asKind(kind: string | undefined): DayKind | undefined {
  return kind as DayKind | undefined
}
