import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { cellsOfTable } from '@gongqiao/kernel/national-scans.ts'

/** The cells that have elections, for checks that walk them all. */
export async function cellsWithElections(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('elections.election'))
  return rows.map(({ cell }) => cell)
}

/** An open election that meets, or has met, on a day. */
export type MeetingElection = {
  readonly cell: number
  readonly matter: string
  readonly kind: string
  readonly state: string
  readonly unit: string
  readonly meetingOn: string
}

/**
 * The open elections of some cells that meet from a day on, inside the scope: so that an officer sees what a change of a
 * parameter reaches before it is made. Asked by hand, a few times a year.
 */
export function electionsMeetingFrom(
  tx: Tx,
  [lo, hi]: readonly [number, number],
  day: string,
  limit: number,
): Promise<MeetingElection[]> {
  return tx.many<MeetingElection>(
    `select e.cell_id as cell, e.matter_id as matter, m.kind, m.state, u.name as unit, coalesce(e.held_on, e.meeting_on) as "meetingOn"
     from elections.election e
     join kernel.matter m on m.cell_id = e.cell_id and m.id = e.matter_id
     join organization.open_unit u on u.id = e.unit_id
     where e.cell_id between $1 and $2 and m.ended_at is null and coalesce(e.held_on, e.meeting_on) >= $3
     order by e.cell_id, e.matter_id limit $4`,
    [lo, hi, day, limit],
  )
}
