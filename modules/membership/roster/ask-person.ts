import { sealField } from '@gongqiao/kernel/crypto/field.ts'
import type { Applied, ImportContext } from '@gongqiao/kernel/imports/kind.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { openUnitsById, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { markOf, type RosterRecord } from './records.ts'

/** What a roster says otherwise than somebody's own record, by column; `leaving` alone asks whether they are still there. */
export type Proposal = {
  readonly row: number
  readonly record: RosterRecord
  readonly columns: readonly string[]
  readonly says: { readonly name?: string; readonly phone?: string; readonly unit?: string; readonly leaving?: true }
}

/**
 * Asks people to look at what a roster says of them: nothing of their record changes. Who has an account finds it in
 * their messages; a new request takes the place of an older one that waits.
 */
export async function askPeople(
  context: ImportContext,
  cell: number,
  proposals: readonly Proposal[],
): Promise<Applied[]> {
  if (proposals.length === 0) return []
  const { tx, services, now } = context
  const key = await services.keyring.dataKey(cell)
  const requests = proposals.map((proposal) => {
    const id = newId(now.getTime())
    const place = { cell, table: 'membership.roster_request', column: 'proposed', id }
    return { ...proposal, id, proposed: sealField(key, place, JSON.stringify(proposal.says)) }
  })
  await tx.run(
    `update membership.roster_request set ended_at = $3, answer = 'withdrawn'
     where cell_id = $1 and membership_id = any($2::uuid[]) and ended_at is null`,
    [cell, requests.map(({ record }) => record.membership), now],
  )
  await tx.run(
    `insert into membership.roster_request (cell_id, id, path, membership_id, person_id, import_id, proposed, columns, at)
     select $1, id, path, membership_id, person_id, $2, proposed, string_to_array(columns, ' '), $3
     from unnest($4::uuid[], $5::text[], $6::uuid[], $7::uuid[], $8::bytea[], $9::text[])
       as r (id, path, membership_id, person_id, proposed, columns)`,
    [
      cell,
      context.import.id,
      now,
      requests.map(({ id }) => id),
      requests.map(({ record }) => record.path),
      requests.map(({ record }) => record.membership),
      requests.map(({ record }) => record.person),
      requests.map(({ proposed }) => proposed),
      requests.map(({ columns }) => columns.join(' ')),
    ],
  )
  const units = await openUnitsById(
    tx,
    requests.map(({ record }) => record.unit),
  )
  await leaveMessages(
    tx,
    cell,
    requests.flatMap(({ record: { account, unit: held }, says }) => {
      const unit = units.get(held)
      if (account === null || !unit) return []
      const kind = says.leaving ? 'membership.message.roster_misses' : 'membership.message.roster_differs'
      return [{ account, kind, variables: { unit: unitNameOf(unit).name }, link: '/me' }]
    }),
    now,
  )
  return requests.map(({ row, record }) => ({
    ...{ row, outcome: 'asked' as const, subject: { cell, id: record.membership } },
    mark: markOf(services, record),
  }))
}
