import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { dueOf } from '@gongqiao/kernel/matter/history.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { ownerOf, unitNameOf } from '../open-unit.ts'
import type { OwnAsk } from './contract.ts'
import { foundingRow } from './record.ts'
import { foundingMatter, unitsOfFounding } from './view.ts'

type Row = {
  readonly matter: string
  readonly asked_at: Date
  readonly withdrawn_at: Date | null
  readonly employer: string
}

/**
 * One's own request as whoever asked sees it: where it stands, who has it and by when. Nothing of others who asked for the
 * same employer. The scope of the union of the place is open. Refuses `kernel.absent`.
 */
export async function findOwnAsk(
  tx: Tx,
  services: Services,
  cell: number,
  id: string,
  today: string,
  language: Language,
): Promise<OwnAsk> {
  const row = await tx.maybe<Row>(
    `select a.matter_id as matter, a.asked_at, a.withdrawn_at, coalesce(e.name, '') as employer
     from organization.founding_ask a
     left join organization.founding_employer e on e.cell_id = a.cell_id and e.matter_id = a.matter_id and e.number = 1
     where a.cell_id = $1 and a.id = $2`,
    [cell, id],
  )
  if (!row) throw absent()
  const matter = await foundingMatter(tx, cell, row.matter)
  const content = await foundingRow(tx, cell, row.matter)
  const { upper, unit, joined } = await unitsOfFounding(tx, content)
  const way = await tx.many<{ at: Date; state: string; reason: string | null }>(
    `select at, to_state as state, reason from kernel.matter_event
     where cell_id = $1 and matter_id = $2 and (from_state is null or from_state <> to_state) order by number limit 100`,
    [cell, row.matter],
  )
  const founded = unit ?? joined
  const due = dueOf(services, matter, today, language)
  return {
    cell,
    ask: id,
    employer: row.employer,
    state: matter.state,
    upper: unitNameOf(upper),
    askedAt: row.asked_at.toISOString(),
    withdrawn: row.withdrawn_at !== null,
    dueOn: matter.dueOn,
    dueWords: matter.dueOn !== null && matter.dueOn >= today ? (due?.words ?? null) : null,
    unit: founded ? unitNameOf(founded) : null,
    owner: await ownerOf(tx, matter, upper),
    way: way.map(({ at, ...one }) => ({ at: at.toISOString(), ...one })),
  }
}
