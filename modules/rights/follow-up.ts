import { civilDay } from '@gongqiao/calendar'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { unreachableAfter } from './machine.ts'

/** The calls since the last answer 回访: how many reached nobody, on how many days, and how many reached the asker. */
export type Calls = { readonly unreached: number; readonly days: readonly string[]; readonly reached: number }

/** The calls of an ask since it was answered last, in the open scope: each is a line of its history. */
export async function callsOf(tx: Tx, cell: number, matter: string): Promise<Calls> {
  const rows = await tx.many<{ reason: string; at: Date }>(
    `select e.reason, e.at from kernel.matter_event e
     where e.cell_id = $1 and e.matter_id = $2 and e.step = 'call' and e.number > (
       select coalesce(max(a.number), 0) from kernel.matter_event a where a.cell_id = $1 and a.matter_id = $2 and a.step = 'answer')
     order by e.number limit 200`,
    [cell, matter],
  )
  const missed = rows.filter(({ reason }) => reason === 'unreached')
  const days = new Set(missed.map(({ at }) => civilDay(at)))
  return { unreached: missed.length, days: [...days], reached: rows.length - missed.length }
}

/**
 * Whether one more call of a day that reaches nobody is the last one 联系不上: then there are enough, on enough days.
 * Whoever was reached once is not unreachable.
 *
 * @see rulebook 2.7 UNREACHABLE: 3 attempts on 2 days
 */
export function isLastCall({ unreached, days, reached }: Calls, today: string): boolean {
  const { calls, days: enough } = unreachableAfter
  return reached === 0 && unreached + 1 >= calls && new Set([...days, today]).size >= enough
}
