import { openField, sealField } from '@gongqiao/kernel/crypto/field.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { asMatter, type Matter, matterColumns } from '@gongqiao/kernel/matter/matters.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { TermDates } from '../terms/term.ts'
import type { RegistrationForm } from './contract.ts'
import { type Affiliation, type RegistrationWish, registration } from './machine.ts'
import { termOfForm } from './rules.ts'

/** An application as it is stored, its form opened. */
export type RegistrationRow = {
  readonly cell: number
  readonly matter: string
  readonly path: string
  readonly unit: string
  readonly registrar: string
  readonly wish: RegistrationWish
  readonly affiliation: Affiliation
  readonly changedOn: string | null
  readonly changes: readonly string[]
  readonly clearedNumber: string | null
  readonly clearedOn: string | null
  readonly because: string | null
  readonly certificate: string | null
  readonly form: RegistrationForm
}

const placeOf = (cell: number, matter: string) => ({
  cell,
  table: 'organization.registration',
  column: 'form_cipher',
  id: matter,
})

/** Seals a form for the one row it stands in: it holds identity numbers and phones. */
export async function sealForm(
  services: Services,
  cell: number,
  matter: string,
  form: RegistrationForm,
): Promise<Buffer> {
  const key = services.keyring.cached(cell) ?? (await services.keyring.dataKey(cell))
  return sealField(key, placeOf(cell, matter), JSON.stringify(form))
}

/** An application in the open scope, with its matter. Refuses `kernel.absent`. */
export async function registrationRow(
  tx: Tx,
  services: Services,
  cell: number,
  id: string,
): Promise<{ readonly row: RegistrationRow; readonly matter: Matter }> {
  const found = await tx.maybe<Omit<RegistrationRow, 'form'> & { form_cipher: Buffer }>(
    `select cell_id as cell, matter_id as matter, path, unit_id as unit, registrar_unit_id as registrar, wish, affiliation,
       changed_on as "changedOn", changes, cleared_number as "clearedNumber", cleared_on as "clearedOn", because,
       certificate_id as certificate, form_cipher
     from organization.registration where cell_id = $1 and matter_id = $2`,
    [cell, id],
  )
  const spine = await tx.maybe<Parameters<typeof asMatter>[0]>(
    `select ${matterColumns} from kernel.matter where cell_id = $1 and id = $2 and kind = $3`,
    [cell, id, registration.name],
  )
  if (!found || !spine) throw absent()
  await services.keyring.dataKey(cell)
  const { form_cipher: sealed, ...row } = found
  const text = openField((c, key) => services.keyring.resolve(c, key), placeOf(cell, id), sealed)
  return { row: { ...row, form: asForm(JSON.parse(text)) }, matter: asMatter(spine) }
}

/** Safe because only a form that its shape was checked of was ever sealed there. */
function asForm(value: unknown): RegistrationForm {
  return value as RegistrationForm
}

/** Who registers an application, from the directory: it is asked before any scope is open. */
export type Registered = { readonly unit: string; readonly registrar: string }

/** Refuses `kernel.absent`. */
export async function registeredBy(tx: Tx, cell: number, matter: string): Promise<Registered> {
  const row = await tx.maybe<Registered>(
    `select unit_id as unit, registrar_unit_id as registrar from organization.registration_directory
     where matter_id = $2 and cell_id = $1`,
    [cell, matter],
  )
  if (!row) throw absent()
  return row
}

/** The term of a union as the network knows it, else as the form states it. @see ELE-01, ELE-04 */
export async function termFor(
  tx: Tx,
  unit: string,
  form: Pick<RegistrationForm, 'electedOn' | 'termYears' | 'extendedUntil'>,
): Promise<TermDates> {
  const known = await tx.maybe<{ endsOn: string; extendedUntil: string | null }>(
    `select ends_on as "endsOn", extended_until as "extendedUntil" from organization.term
     where unit_id = $1 and valid_to is null and superseded_at is null`,
    [unit],
  )
  return known ?? termOfForm(form)
}
