import type { Fact } from '@gongqiao/kernel/command/command.ts'
import type { AskRow } from './asked-row.ts'
import type { Standing } from './contract.ts'
import type { Solved } from './machine.ts'
import { daysBetween } from './rules.ts'

/** What of an ask is counted. */
export type Counted = {
  readonly openedOn: string
  readonly topic: string | null
  readonly state: string
  readonly solved: Solved | null
  readonly answeredOn: string | null
}

/** One pile of asks that are counted together. */
export type Pile = {
  readonly month: string
  readonly topic: string
  readonly standing: Standing
  readonly days: number
}

/** How an ask stands for the figures: what was answered and never confirmed is never among what was solved. */
export function standingOf({ state, solved }: Pick<Counted, 'state' | 'solved'>): Standing {
  if (state === 'closed') return solved ?? 'unsolved'
  if (state === 'answered' || state === 'unconfirmed' || state === 'withdrawn') return state
  return 'open'
}

/** The pile an ask is counted in. */
export function pileOf(ask: Counted): Pile {
  return {
    month: `${ask.openedOn.slice(0, 7)}-01`,
    topic: ask.topic ?? '00',
    standing: standingOf(ask),
    days: ask.answeredOn === null ? -1 : daysBetween(ask.openedOn, ask.answeredOn),
  }
}

/** The fact that the figures are folded from: an ask of a union left one pile for another, or came, or went elsewhere. */
export function counted(cell: number, unit: string, from: Counted | null, to: Counted | null): Fact {
  return {
    cell,
    name: 'rights.ask_counted',
    body: { unit, from: from && pileOf(from), to: to && pileOf(to) },
  }
}

/** An ask's row in a state, as it is counted. */
export function countedOf(row: Pick<AskRow, 'openedOn' | 'topic' | 'solved' | 'answeredOn'>, state: string): Counted {
  const { openedOn, topic, solved, answeredOn } = row
  return { openedOn, topic, solved, answeredOn, state }
}
