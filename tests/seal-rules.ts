import { newId } from '../kernel/shared/ids.ts'
import type { There } from './neighbours.ts'
import type { Asked, Kit, Row, Rule } from './route-row.ts'

type Rules = { readonly ownAsOfficer: Rule; readonly themselves: Rule }

/** A look at somebody's record by the officer of a place, as the access log keeps it. */
async function lookAt({ officer, open }: There, { house }: Kit): Promise<Asked> {
  const row = newId()
  await house.rows(
    `insert into kernel.access (cell_id, id, at, act, account_id, post_id, post_title, unit_name, subjects)
     values ($1, $2, $3, 'house.look', $4, $5, '', '', array[$6::uuid])`,
    [open.cell, row, house.now(), officer.account, officer.post.id, open.person],
  )
  return { values: { cell: open.cell, log: 'access', row } }
}

/** What the officer of a place did, as the audit keeps it. */
async function actAt({ unit, officerToken }: There, { house }: Kit): Promise<Asked> {
  const [act] = await house.rows('select id from kernel.audit where subject_id = $1', [officerToken])
  return { values: { cell: unit.cell, log: 'audit', row: String(act?.['id'] ?? newId()) } }
}

/** What every route of receipts must answer to whom: nothing was sealed yet where it is asked. */
export function sealRules({ ownAsOfficer, themselves }: Rules): { readonly [route: string]: Row } {
  return {
    'GET /me/receipts/{cell}/{log}/{row}': { rule: themselves, ask: lookAt, lawfulNo: 'seal.not_yet' },
    'GET /officer/receipts/{cell}/{log}/{row}': { rule: ownAsOfficer, ask: actAt, lawfulNo: 'seal.not_yet' },
  }
}
