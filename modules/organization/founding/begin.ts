import type { Actor, ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { OpenUnit } from '../open-unit.ts'
import type { FoundingEmployer } from './contract.ts'
import { coversMany, type FoundingForm, founding } from './machine.ts'
import { takeEmployers } from './one-union.ts'
import { employeesCounted, foundingPlace } from './place-rules.ts'
import { writeEmployers } from './record.ts'
import { bodyFault, employerFaults, type FoundingBody } from './rules.ts'

/** What a founding begins with. */
export type FoundingFields = {
  readonly form: FoundingForm
  readonly body: FoundingBody
  readonly name: string
  readonly shortName?: string
  readonly level?: 'township' | 'village' | 'grassroots'
  readonly membersExpected: number
  readonly employers: readonly FoundingEmployer[]
}

/** The level a form of union stands at unless somebody says otherwise. @see rulebook 1.1 */
export function levelOfForm(form: FoundingForm): 'township' | 'village' | 'grassroots' {
  if (form === 'agency') return 'township'
  return form === 'village' || form === 'region' || form === 'industry' || form === 'federation'
    ? 'village'
    : 'grassroots'
}

/** Everything that is wrong with what a founding begins with, at once. */
export function foundingFaults(fields: Partial<FoundingFields>): Fault[] {
  const { form, body, membersExpected, employers } = fields
  const faults: Fault[] = []
  if (form !== undefined && body !== undefined && membersExpected !== undefined) {
    const fault = bodyFault(body, form, membersExpected)
    if (fault) faults.push(fault)
  }
  if (fields.name !== undefined && !/[\p{L}\p{N}]{2}/u.test(fields.name))
    faults.push({ field: '/name', code: 'organization.founding.name_says_nothing' })
  if (!Array.isArray(employers)) return faults
  employers.forEach((employer, index) => {
    if (typeof employer?.name === 'string') faults.push(...employerFaults(employer, `/employers/${index}`))
  })
  if (form !== undefined && employers.length > 1 && !coversMany.includes(form))
    faults.push({ field: '/employers', code: 'organization.founding.covers_one' })
  const codes = employers.map((employer) => employer?.creditCode)
  codes.forEach((code, index) => {
    if (typeof code === 'string' && codes.indexOf(code) < index)
      faults.push({ field: `/employers/${index}/creditCode`, code: 'organization.founding.employer_twice' })
  })
  return faults
}

/** What the place of a founding says against who is to lead it. @see rulebook 9 */
export async function placeFaults(tx: Tx, cell: number, today: string, fields: FoundingFields): Promise<Fault[]> {
  const { form, body, membersExpected, employers } = fields
  const { mustEstablish } = await foundingPlace(tx, cell, today)
  const fault = bodyFault(body, form, membersExpected, mustEstablish, employeesCounted(form, employers).all)
  return fault ? [fault] : []
}

/**
 * Begins a founding under a union: the matter with its clock, its content, and whom it will cover. The scope of the union
 * above is open.
 *
 * Refuses `kernel.invalid_input` where an employer has a union already, or one is being founded (ORG-07).
 */
export async function beginFounding<I, K extends ActorKind>(
  context: CommandContext<I, K>,
  upper: OpenUnit,
  fields: FoundingFields,
  askedAs: 'worker' | 'employer' | 'officer',
  matter = newId(context.now.getTime()),
): Promise<{ readonly cell: number; readonly matter: string }> {
  const { tx, now, matters } = context
  const actor: Actor = context.actor
  const clock = matters.beginning(founding, upper.cell_id)
  const at = { cell: upper.cell_id, matter, path: upper.path }
  await tx.run(
    `select kernel.begin_matter($1, $2, $3, $4, $5, $2, $6, $7, $8, $9, $10, $11, $12, $13, 'request', $14, $15, $16, $17)`,
    [
      at.cell,
      matter,
      at.path,
      founding.name,
      upper.id,
      fields.name,
      clock.state,
      upper.desk_post_id,
      clock.clockRule,
      clock.clockFrom,
      clock.dueOn,
      clock.dueProvisional,
      now,
      // Whoever asks stands in the request, which the union above alone sees, and not in the history.
      actor.kind === 'post' ? actor.kind : 'anyone',
      actor.kind === 'post' ? actor.account : null,
      actor.kind === 'post' ? actor.post.id : null,
      matters.byWords,
    ],
  )
  await tx.run(
    `insert into organization.founding (cell_id, matter_id, path, host_unit_id, form, body, name, short_name, level, asked_as, asks,
       members_expected) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11)`,
    [
      at.cell,
      matter,
      at.path,
      upper.id,
      fields.form,
      fields.body,
      fields.name.trim(),
      (fields.shortName ?? fields.name).trim(),
      fields.level ?? levelOfForm(fields.form),
      askedAs,
      fields.membersExpected,
    ],
  )
  const level = fields.level ?? levelOfForm(fields.form)
  const founded = { ...at, host: upper.id, level, form: fields.form, unit: null }
  await takeEmployers(tx, founded, fields.employers, await placeFaults(tx, upper.cell_id, context.today, fields))
  await writeEmployers(tx, at, fields.employers)
  return { cell: at.cell, matter }
}
