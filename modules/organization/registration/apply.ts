import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { findOpenUnit, type OpenUnit } from '../open-unit.ts'
import { currentCertificate, renewalFrom } from './certificate.ts'
import type { RegistrationForm } from './contract.ts'
import { type Affiliation, type RegistrationChange, type RegistrationWish, registration } from './machine.ts'
import { sealForm, termFor } from './record.ts'
import { registrarOf } from './registrar.ts'
import { validUntil, wishObstacle } from './rules.ts'

/** What an application says. */
export type Application = {
  readonly unit: string
  readonly wish: RegistrationWish
  readonly affiliation?: Affiliation
  readonly form: RegistrationForm
  readonly changedOn?: string
  readonly changes?: readonly RegistrationChange[]
  readonly clearedNumber?: string
  readonly clearedOn?: string
  readonly because?: string
}

type Context = CommandContext<Application, 'post'>

/**
 * Sends an application to the registrar of a union: its form sealed, the matter owned by the registrar's desk. The scope
 * of the union is open.
 *
 * Refuses `organization.registration.by_law`, `.not_registrable`, `.registered_already`, `.not_registered`, `.too_early`,
 * `.term_over` (ELE-04), `.open_already`.
 */
export async function beginRegistration(
  context: Context,
  unit: OpenUnit,
): Promise<{ readonly cell: number; readonly matter: string; readonly registrar: OpenUnit }> {
  const { tx, input, actor, now, today, matters, services } = context
  const affiliation = input.affiliation ?? 'local'
  const registrar = await registrarOf(tx, unit, affiliation, input.form.officeDivision)
  if (!registrar) throw new Refusal('organization.registration.by_law')
  await refuseObstacles(context, unit)
  const cell = unit.cell_id
  const matter = newId(now.getTime())
  const clock = matters.beginning(registration, cell)
  await tx.run(
    `select kernel.begin_matter($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'apply', $14, $15, $16, $17)`,
    [
      cell,
      matter,
      unit.path,
      registration.name,
      unit.id,
      unit.name,
      clock.state,
      registrar.desk_post_id,
      clock.clockRule,
      clock.clockFrom,
      clock.dueOn,
      clock.dueProvisional,
      now,
      actor.kind,
      actor.kind === 'post' ? actor.account : null,
      actor.kind === 'post' ? actor.post.id : null,
      matters.byWords,
    ],
  )
  await tx.run(
    `insert into organization.registration (cell_id, matter_id, path, unit_id, registrar_unit_id, wish, affiliation, form_cipher,
       changed_on, changes, cleared_number, cleared_on, because)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      cell,
      matter,
      unit.path,
      unit.id,
      registrar.id,
      input.wish,
      affiliation,
      await sealForm(services, cell, matter, input.form),
      input.wish === 'change' ? input.changedOn : null,
      input.wish === 'change' ? (input.changes ?? []) : [],
      input.wish === 'cancellation' ? input.clearedNumber : null,
      input.wish === 'cancellation' ? input.clearedOn : null,
      input.because ?? null,
    ],
  )
  await tx.run(
    `insert into organization.registration_directory (cell_id, matter_id, unit_id, registrar_unit_id, opened_on)
     values ($1, $2, $3, $4, $5)`,
    [cell, matter, unit.id, registrar.id, today],
  )
  return { cell, matter, registrar }
}

/** A union for an application, with leave to apply for it. Refuses `kernel.absent`, `kernel.forbidden`. */
export async function unitToRegister({ tx, input, allow }: Context): Promise<OpenUnit> {
  const unit = await findOpenUnit(tx, input.unit)
  if (!unit) throw absent()
  allow({ cell: unit.cell_id, path: unit.path })
  if (unit.state === 'closed') throw new Refusal('organization.unit_not_active')
  return unit
}

async function refuseObstacles({ tx, input, today, services }: Context, unit: OpenUnit): Promise<void> {
  if (unit.state === 'founding') throw new Refusal('organization.registration.not_founded')
  const { form, body } = await tx.one<{ form: string | null; body: string | null }>(
    `select u.org_form as form, (select f.body from organization.founding f where f.cell_id = $2 and f.unit_id = u.id) as body
     from organization.unit u where u.id = $1`,
    [unit.id, unit.cell_id],
  )
  if (form === 'agency' || body === 'organizer') throw new Refusal('organization.registration.not_registrable')
  const open = await tx.maybe(
    `select from organization.registration r join kernel.matter m on m.cell_id = r.cell_id and m.id = r.matter_id
     where r.cell_id = $1 and r.unit_id = $2 and m.ended_at is null limit 1`,
    [unit.cell_id, unit.id],
  )
  if (open) throw new Refusal('organization.registration.open_already')
  const now = await currentCertificate(tx, unit.cell_id, unit.id)
  const held = now && { validTo: now.validTo, renewalFrom: renewalFrom(services, unit.cell_id, now.validTo) }
  const obstacle = wishObstacle(input.wish, held, today)
  if (obstacle !== undefined)
    throw new Refusal(obstacle, held === undefined ? {} : { variables: { from: held.renewalFrom, to: held.validTo } })
  if (input.wish === 'cancellation') return
  if (validUntil(await termFor(tx, unit.id, input.form), today) === undefined)
    throw new Refusal('organization.registration.term_over')
}
