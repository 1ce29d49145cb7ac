import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'

/** An alert that waits for its member's word. */
export type OpenAlert = {
  readonly cell: number
  readonly id: string
  readonly person: string
  readonly applicationCell: number
  readonly application: string
  readonly unit: string
}

/**
 * Locks one of a person's alerts that they have not answered.
 *
 * Refuses `kernel.absent`, `membership.alert_answered`.
 */
export async function openAlert(tx: Tx, cell: number, id: string, person: string): Promise<OpenAlert> {
  const row = await tx.maybe<OpenAlert & { readonly answer: string | null }>(
    `select cell_id as cell, id, person_id as person, application_cell as "applicationCell", application_id as application,
       unit_id as unit, answer
     from membership.identity_alert where cell_id = $1 and id = $2 and person_id = $3 for update`,
    [cell, id, person],
  )
  if (!row) throw absent()
  if (row.answer !== null) throw new Refusal('membership.alert_answered')
  return row
}

/** Keeps the member's word on an alert, with the report it opened. */
export async function answerAlert(
  tx: Tx,
  { cell, id }: OpenAlert,
  answer: 'not_me' | 'it_is_me',
  matter: string | null,
  now: Date,
): Promise<void> {
  await tx.run(
    `update membership.identity_alert set answer = $3, answered_at = $4, matter_id = $5 where cell_id = $1 and id = $2`,
    [cell, id, answer, now, matter],
  )
}

/** Where a person belongs, in one of their cells: the open membership, else the latest that ended there. */
export type Belonging = {
  readonly membership: string
  readonly path: string
  readonly unit: string
  readonly name: string
}

/** Reads where a person belongs in a cell whose scope is open. Refuses `kernel.absent`. */
export async function belongingOf(tx: Tx, cell: number, person: string): Promise<Belonging> {
  const row = await tx.maybe<Belonging>(
    `select id as membership, path, unit_id as unit, name from membership.membership
     where cell_id = $1 and person_id = $2 order by (status in ('listed', 'ended')), applied_at desc limit 1`,
    [cell, person],
  )
  if (!row) throw absent()
  return row
}
