import type { Actor } from '@gongqiao/kernel/command/actor.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { dueOf, historyOf } from '@gongqiao/kernel/matter/history.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { openSteps } from '@gongqiao/kernel/shared/matter.ts'
import { covers } from '@gongqiao/kernel/shared/place.ts'
import { type OpenUnit, openUnitsById, ownerOf, unitNameOf } from '../open-unit.ts'
import { asCertificate, currentCertificate, findCertificateRow } from './certificate.ts'
import type { RegistrationView } from './contract.ts'
import { registration } from './machine.ts'
import { registrationRow, termFor } from './record.ts'
import { sumOf, validUntil } from './rules.ts'
import { shownForm } from './shown-form.ts'

/** Steps that are the registrar's alone. @see ORG-35 */
const registrarSteps: readonly string[] = ['grant', 'return']

/** Tells whether somebody acts for a union that registers. */
export function registersFor(actor: Actor, registrar: Pick<OpenUnit, 'cell_id' | 'path'>): boolean {
  if (actor.kind !== 'post' || !actor.post.acts.has('organization.grant_registration')) return false
  return actor.post.ranges.some((range) => covers(range, { cell: registrar.cell_id, path: registrar.path }))
}

/** An application as its union and its registrar see it; the scope that shows it is open. Refuses `kernel.absent`. */
export async function registrationView(
  tx: Tx,
  services: Services,
  actor: Actor,
  key: { readonly cell: number; readonly matter: string },
  today: string,
): Promise<RegistrationView> {
  const { cell, matter: id } = key
  const { row, matter } = await registrationRow(tx, services, cell, id)
  const units = await openUnitsById(tx, [row.unit, row.registrar])
  const [unit, registrar] = [units.get(row.unit), units.get(row.registrar)]
  if (!unit || !registrar) throw new Error('an application names its union and its registrar')
  const term = await termFor(tx, row.unit, row.form)
  const until = validUntil(term, today)
  const certificate =
    row.certificate === null
      ? await currentCertificate(tx, cell, row.unit)
      : await findCertificateRow(tx, cell, row.certificate)
  const may = actor.kind === 'post' ? actor.post.acts : new Set<string>()
  const isRegistrar = registersFor(actor, registrar)
  const { form } = row
  const due = dueOf(services, matter, today, actor.language)
  return {
    cell,
    matter: id,
    state: matter.state,
    unit: unitNameOf(unit),
    registrar: unitNameOf(registrar),
    wish: row.wish,
    affiliation: row.affiliation,
    form: shownForm(form),
    incomeTotal: sumOf(form.incomeCarried, form.incomeDues, form.incomeShare, form.incomeOther),
    fundsTotal: sumOf(form.fundsFixed, form.fundsLiquid, form.fundsOther),
    premisesTotal: sumOf(form.premisesOffice, form.premisesActivity, form.premisesOther),
    changedOn: row.changedOn,
    changes: [...row.changes],
    late:
      row.changedOn !== null &&
      matter.openedAt > endOfDay(services.deadlines.due('ORG-37', row.changedOn, { cell }).on),
    clearedNumber: row.clearedNumber,
    clearedOn: row.clearedOn,
    because: row.because,
    validTo: until ?? null,
    obstacle: until === undefined && row.wish !== 'cancellation' ? 'organization.registration.term_over' : null,
    certificate: certificate ? asCertificate(services, certificate, today) : null,
    openedAt: matter.openedAt.toISOString(),
    dueOn: matter.dueOn,
    dueWords: due?.words ?? null,
    overdue: due?.overdue ?? false,
    owner: await ownerOf(tx, matter, registrar),
    steps: openSteps(registration, matter.state, 'officer').filter((step) =>
      registrarSteps.includes(step) ? isRegistrar : may.has('organization.apply_registration'),
    ),
    history: await historyOf(tx, cell, id),
  }
}

const endOfDay = (day: string) => new Date(`${day}T23:59:59.999+08:00`)
