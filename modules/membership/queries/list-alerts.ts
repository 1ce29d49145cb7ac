import { query } from '@gongqiao/kernel/command/query.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { openUnitsById, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { matterPeople } from '@gongqiao/modules/people/index.ts'
import { IdentityAlertList } from '../contract.ts'

type Row = { readonly cell: number; readonly id: string; readonly unit: string; readonly at: Date }

/** Applications somebody made with my identity number that I have not answered, newest first. */
export const listAlerts = query({
  act: 'membership.list_alerts',
  by: ['person'],
  input: Nothing,
  output: IdentityAlertList,
  async run({ tx, actor, allow, mine }) {
    if (actor.kind === 'system') throw new Error('the system has no number')
    allow.self(actor.person)
    const rows: Row[] = []
    for (const cell of await matterPeople.cellsOf(tx, actor.person)) {
      await mine(cell)
      rows.push(
        ...(await tx.many<Row>(
          `select cell_id as cell, id, unit_id as unit, at from membership.identity_alert
           where cell_id = $1 and person_id = $2 and answer is null order by id desc limit 50`,
          [cell, actor.person],
        )),
      )
    }
    const units = await openUnitsById(
      tx,
      rows.map((row) => row.unit),
    )
    const items = rows.flatMap(({ cell, id, unit: unitId, at }) => {
      const unit = units.get(unitId)
      return unit ? [{ cell, id, unit: unitNameOf(unit), at: at.toISOString() }] : []
    })
    return { items: items.sort((a, b) => (a.at < b.at ? 1 : -1)) }
  },
})
