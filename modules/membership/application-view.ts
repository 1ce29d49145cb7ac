import { ageOn } from '@gongqiao/codes'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { findOpenUnit, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import type { ApplicationView } from './contract.ts'
import { findMatter, matterView } from './views.ts'

type Row = Pick<
  ApplicationView,
  | 'person'
  | 'name'
  | 'sex'
  | 'identityKind'
  | 'identityMask'
  | 'phoneMask'
  | 'verification'
  | 'channel'
  | 'typedBy'
  | 'roster'
> & {
  readonly path: string
  readonly birth_date: string
  readonly unit: string
  readonly submitted_at: Date
}

/** An application with whom it concerns, as an officer sees it; undefined outside the open scope. */
export async function findApplicationView(
  tx: Tx,
  services: Services,
  cell: number,
  id: string,
  today: string,
  language: Language,
): Promise<{ view: ApplicationView; path: string } | undefined> {
  const row = await tx.maybe<Row>(
    `select a.path, a.person_id as person, p.name, p.sex, p.birth_date, p.identity_kind as "identityKind",
       p.identity_mask as "identityMask", p.phone_mask as "phoneMask", p.verification, a.channel, a.typed_by as "typedBy",
       a.unit_id as unit, a.submitted_at,
       (select json_build_object('name', l.name, 'since', l.since) from membership.listed_directory d
        join membership.membership l on l.cell_id = $1 and l.id = d.membership_id and l.status = 'listed' and l.unit_id = a.unit_id
        where d.digest = p.identity_digest and d.cell_id = $1 order by l.id limit 1) as roster
     from membership.application a join people.open_person p on p.cell_id = a.cell_id and p.id = a.person_id
     where a.cell_id = $1 and a.matter_id = $2`,
    [cell, id],
  )
  const matter = row && (await findMatter(tx, cell, id))
  const unit = row && (await findOpenUnit(tx, row.unit))
  if (!row || !matter || !unit) return undefined
  const { owner, due, steps, history } = await matterView(tx, services, matter, unit, 'officer', today, language)
  const { path, birth_date, unit: _unit, submitted_at, ...shown } = row
  return {
    path,
    view: {
      cell,
      matter: id,
      state: matter.state,
      ...shown,
      age: ageOn(birth_date, today),
      unit: unitNameOf(unit),
      submittedAt: submitted_at.toISOString(),
      owner,
      due,
      steps,
      history,
    },
  }
}

/** The same, refused as absent when it is not there. */
export async function applicationView(
  tx: Tx,
  services: Services,
  cell: number,
  id: string,
  today: string,
  language: Language,
): Promise<ApplicationView> {
  const found = await findApplicationView(tx, services, cell, id, today, language)
  if (!found) throw absent()
  return found.view
}
