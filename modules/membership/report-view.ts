import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { deskOf, openUnitsById, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import type { DenialReason, ReportView } from './contract.ts'
import { notMe } from './machine.ts'
import { findMatter, matterView } from './views.ts'

/** A report 不是我 as an officer sees it, with its place. Refuses `kernel.absent` outside the open scope. */
export async function reportView(
  tx: Tx,
  services: Services,
  cell: number,
  id: string,
  today: string,
  language: Language,
): Promise<{ view: ReportView; path: string }> {
  const matter = await findMatter(tx, cell, id)
  if (matter?.kind !== notMe.name) throw absent()
  const alert = (await tx.maybe<{ unit: string; at: Date }>(
    'select unit_id as unit, at from membership.identity_alert where cell_id = $1 and matter_id = $2',
    [cell, id],
  )) ?? { unit: matter.hostUnit, at: matter.openedAt }
  const roster = await tx.maybe<{ reason: DenialReason }>(
    'select reason from membership.roster_report where cell_id = $1 and matter_id = $2',
    [cell, id],
  )
  const units = await openUnitsById(tx, [matter.hostUnit, alert.unit])
  const [host, appliedTo] = [units.get(matter.hostUnit), units.get(alert.unit)]
  if (!host || !appliedTo) throw new Error('a report names two unions')
  const { phoneMask } = await tx.one<{ phoneMask: string | null }>(
    'select phone_mask as "phoneMask" from people.open_person where cell_id = $1 and id = $2',
    [cell, matter.subject],
  )
  const { owner, due, steps, history } = await matterView(tx, services, matter, host, 'officer', today, language)
  return {
    path: matter.host.path,
    view: {
      cell,
      matter: id,
      person: matter.subject,
      name: matter.title,
      state: matter.state,
      unit: unitNameOf(host),
      appliedTo: unitNameOf(appliedTo),
      appliedAt: alert.at.toISOString(),
      about: roster ? 'roster' : 'application',
      reason: roster?.reason ?? null,
      appliedDesk: { ...deskOf(appliedTo), name: null },
      phoneMask,
      reportedAt: matter.openedAt.toISOString(),
      owner,
      due,
      steps,
      history,
    },
  }
}
