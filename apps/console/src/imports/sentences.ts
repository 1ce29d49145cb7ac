import type { ImportView, Verdict } from '@gongqiao/modules/people/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { countOf } from './row-filters.ts'
import type { ImportsSay } from './texts/index.ts'

const parts = ['new', 'changed', 'needs_person', 'ambiguous', 'invalid', 'same'] as const satisfies readonly Verdict[]

/** What the dry run found, in a sentence or two. */
export function checkedSentence(say: ImportsSay, view: ImportView): string {
  const total = formatNumber(view.total ?? 0)
  const said = parts.flatMap((verdict) => {
    const count = countOf(view, verdict)
    return count === 0 ? [] : [say(`part.${verdict}`, { count: formatNumber(count) })]
  })
  const first =
    said.length === 0
      ? say('check.nothing', { total })
      : say('check.sentence', { total, parts: said.join(say('between')) })
  const { gone } = view.counts
  return gone === 0 ? first : `${first} ${say('check.gone', { count: formatNumber(gone) })}`
}

/** What came of an import that ended, was stopped or was undone. */
export function endSentence(say: ImportsSay, view: ImportView): string {
  const { outcomes, state } = view
  if (state === 'undone') {
    const first = say('undone.sentence', { undone: formatNumber(outcomes.undone) })
    return outcomes.kept === 0 ? first : `${first} ${say('undone.kept', { kept: formatNumber(outcomes.kept) })}`
  }
  const left = state === 'done' ? leftOf(view) : 0
  const said = [
    ...(['applied', 'asked', 'stale'] as const).flatMap((outcome) =>
      outcomes[outcome] === 0 ? [] : [say(`part.${outcome}`, { count: formatNumber(outcomes[outcome]) })],
    ),
    ...(left === 0 ? [] : [say('part.left', { count: formatNumber(left) })]),
  ]
  const sum = say('done.sentence', { parts: said.join(say('between')) })
  if (state === 'cancelled') return said.length === 0 ? say('cancelled.nothing') : `${say('cancelled.sentence')} ${sum}`
  return said.length === 0 ? say('done.nothing') : sum
}

/** Rows that are not taken: faulty, or not decided. */
export const leftOf = ({ counts }: Pick<ImportView, 'counts'>): number => counts.invalid + counts.ambiguous

/** Rows a run will do something about. */
export const toDo = ({ counts }: Pick<ImportView, 'counts'>): number => counts.new + counts.changed + counts.needsPerson
