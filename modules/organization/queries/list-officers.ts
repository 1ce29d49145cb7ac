import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { type OfficerAccount, OfficerList } from '../contract.ts'
import { findOpenUnit } from '../open-unit.ts'

/** Officers who hold a post in one union or directly above it: who could take over a post there. */
export const listOfficers = query({
  act: 'organization.list_posts',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: OfficerList,
  async run({ tx, input, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const items = await tx.many<OfficerAccount>(
      `select distinct on (h.holder_name, h.account_id) h.account_id as account, h.holder_name as name, s.username as login
       from kernel.post_holding h
       join kernel.post p on p.id = h.post_id
       join signin."user" s on s.id = h.account_id::text
       where p.unit_id in ($1, $2) and h.valid_to is null and h.superseded_at is null
       order by h.holder_name, h.account_id limit 100`,
      [unit.id, unit.parent_id],
    )
    return { items }
  },
})
