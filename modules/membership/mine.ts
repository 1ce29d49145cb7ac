import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { mattersIn } from '@gongqiao/kernel/matter/my-matters.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import type { Card, MyMatter } from './contract.ts'
import { cardOf, matterView } from './views.ts'

/** A matter as its person sees it. Refuses `kernel.absent` when it is somebody else's. */
export async function myMatter(
  tx: Tx,
  services: Services,
  matter: Matter | undefined,
  person: string,
  today: string,
  language: Language,
): Promise<MyMatter> {
  const unit = matter && matter.subject === person ? await findOpenUnit(tx, matter.hostUnit) : undefined
  if (!matter || !unit) throw absent()
  return matterView(tx, services, matter, unit, 'person', today, language)
}

type CardRow = {
  number: string
  name: string
  status: Card['status']
  since: string | null
  unit: string
  matter: string | null
}

/** A person's card in the cell of their current membership, or undefined. */
export async function myCard(
  tx: Tx,
  services: Services,
  cell: number,
  person: string,
  today: string,
  language: Language,
): Promise<Card | undefined> {
  const row = await tx.maybe<CardRow>(
    `select m.card_number as number, m.name, m.status, m.since, m.unit_id as unit,
       (select a.matter_id from membership.application a where a.cell_id = m.cell_id and a.membership_id = m.id
        order by a.submitted_at desc limit 1) as matter
     from membership.membership m where m.cell_id = $1 and m.person_id = $2 and m.status not in ('listed', 'ended')`,
    [cell, person],
  )
  const unit = row && (await findOpenUnit(tx, row.unit))
  if (!row || !unit) return undefined
  const { matter: matterId, unit: _unit, ...shown } = row
  const matters = matterId === null || row.status !== 'provisional' ? [] : await mattersIn(tx, cell, person)
  const matter = matters.find(({ id }) => id === matterId)
  return cardOf(services, shown, unit, matter ? await myMatter(tx, services, matter, person, today, language) : null)
}
