import type { Deadlines } from '@gongqiao/kernel/matter/deadlines.ts'
import { clockPlace, type Matter } from '@gongqiao/kernel/matter/matters.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import type { AskRow } from './asked-row.ts'
import type { MyAsk } from './contract.ts'
import { interimClock } from './machine.ts'

type Clocked = Pick<Matter, 'cell' | 'clockCell' | 'clockFrom' | 'pauses' | 'state'>

/**
 * By when the asker of a specially complex ask in hand is told how far it is, with the rule in words; null where nothing is
 * owed: it is of another class, stands still, or there has been news.
 *
 * @see rulebook 2.7: interim reply at 10
 */
export function interimOf(
  deadlines: Deadlines,
  matter: Clocked,
  { class: name, interimOn }: Pick<AskRow, 'class' | 'interimOn'>,
  today: string,
  language: Language,
): MyAsk['interim'] {
  const { state, clockFrom, pauses } = matter
  if (name !== 'complex' || state !== 'handling' || clockFrom === null || interimOn !== null) return null
  const run = { ...clockPlace(matter), pauses }
  const { on } = deadlines.due(interimClock, clockFrom, run)
  return { on, words: deadlines.explain(interimClock, clockFrom, language, run), overdue: on < today }
}
