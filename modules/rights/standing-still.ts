import { addDays, dayInWords } from '@gongqiao/calendar'
import { allowsPause } from '@gongqiao/kernel/matter/clock-acts.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import type { AskRow } from './asked-row.ts'
import { clockOfClass } from './handling.ts'
import { supplement } from './machine.ts'

/** Tells whether the clock of an ask in hand may stand still while its asker is asked for more: its rule there says so (T-11). */
export function mayAskMore(
  { deadlines }: Pick<Services, 'deadlines'>,
  { cell, clockRule, clockFrom }: Pick<Matter, 'cell' | 'clockRule' | 'clockFrom'>,
): boolean {
  if (clockRule === null || clockFrom === null) return false
  return allowsPause(deadlines.rule(clockRule, clockFrom, { cell }), supplement)
}

/** That the union's clock stands still while the asker is asked for more, and what is left of it; null while it runs. */
export function standsInWords(
  { deadlines, say }: Pick<Services, 'deadlines' | 'say'>,
  cell: number,
  {
    class: name,
    extended,
    clockFrom,
    pausedOn,
    pauses,
  }: Pick<AskRow, 'class' | 'extended' | 'clockFrom' | 'pausedOn' | 'pauses'>,
  language: Language,
): string | null {
  if (pausedOn === null || clockFrom === null) return null
  const clock = clockOfClass({ class: name, extended })
  // The day it was signed for is none of its days.
  const before = pausedOn > clockFrom ? addDays(pausedOn, -1) : clockFrom
  const left = deadlines.left(clock, clockFrom, before, { cell, pauses })
  const inWorkdays = deadlines.rule(clock, clockFrom, { cell }).unit === 'workday'
  return say(language, inWorkdays ? 'rights.stands' : 'rights.stands.days', {
    from: dayInWords(pausedOn, language),
    left,
  })
}
