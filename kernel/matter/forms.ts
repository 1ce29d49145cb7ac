import type { ActorOf } from '../command/actor.ts'
import type { Fault } from '../refusal.ts'
import { type FormSchema, type FormValues, readForm } from '../shared/form.ts'
import type { Step } from '../shared/matter.ts'
import type { Place } from '../shared/place.ts'
import { type Attaching, attachTo, type Upload, uploadsOf } from './attachments.ts'
import type { MatterKind } from './kind.ts'
import { sealWords } from './sealed.ts'

/** The answers of a form that was asked for, or everything that is wrong with them. */
export type Filled = { readonly values: FormValues | undefined } | { readonly faults: readonly Fault[] }

/** The form a step asks for. */
export function formOf(kind: MatterKind, step: Step): FormSchema | undefined {
  return step.form === 'again' ? kind.form : step.form
}

/** Reads what was filled in, where something is asked for; answers to no question are a fault. */
export function fill(schema: FormSchema | undefined, given: unknown): Filled {
  if (schema) return readForm(schema, given ?? {}, '/form')
  return given === undefined ? { values: undefined } : { faults: [{ field: '/form', code: 'kernel.field_unknown' }] }
}

const fileFields = ({ fields }: FormSchema) => fields.filter(({ kind }) => kind === 'files').map(({ key }) => key)

const idsOf = (values: FormValues, key: string): readonly string[] => {
  const value = values[key]
  return Array.isArray(value) ? value.map(String) : []
}

/** The files that the answers name, read where their uploader keeps them; that place is open. */
export async function uploadsIn(
  context: Pick<Attaching, 'tx' | 'services'>,
  place: Place,
  account: string,
  schema: FormSchema,
  values: FormValues,
): Promise<Upload[]> {
  const ids = fileFields(schema).flatMap((key) => idsOf(values, key))
  return ids.length === 0 ? [] : uploadsOf(context, place, account, ids)
}

/** Where an uploader's own files are. */
export function uploadPlace(actor: ActorOf<'post'> | ActorOf<'person'>): Place {
  return actor.kind === 'post' ? actor.post.place : actor.place
}

/**
 * Keeps what was filled in with a matter whose place is open; files become attachments of it.
 *
 * @returns the answers as they are kept, or the faults of files that are neither uploaded nor with the matter
 */
export async function keepForm(
  context: Attaching,
  at: { readonly matter: string; readonly place: Place },
  { schema, step, values, uploads }: Filling,
): Promise<{ readonly values: FormValues } | { readonly faults: readonly Fault[] }> {
  const { tx, services, now } = context
  const { cell, path } = at.place
  const kept: { [field: string]: FormValues[string] } = { ...values }
  const faults: Fault[] = []
  for (const field of fileFields(schema)) {
    const ids: string[] = []
    for (const id of idsOf(values, field)) {
      const upload = uploads.find((one) => one.id === id)
      const name = `${field}-${ids.length + 1}`
      if (upload) ids.push(await attachTo(context, at, { ...upload, name, visible: 'person' }))
      else if (await isWithMatter(context, cell, at.matter, id)) ids.push(id)
      else faults.push({ field: `/form/${field}`, code: 'kernel.field_no_file' })
    }
    if (ids.length > 0) kept[field] = ids
  }
  if (faults.length > 0) return { faults }
  const { version } = await tx.one<{ version: number }>(
    `select coalesce(max(version), 0) + 1 as version from kernel.matter_form where cell_id = $1 and matter_id = $2`,
    [cell, at.matter],
  )
  const place = { cell, table: 'kernel.matter_form', matter: at.matter, row: version } as const
  await tx.run(
    `insert into kernel.matter_form (cell_id, matter_id, version, path, step, at, sealed) values ($1, $2, $3, $4, $5, $6, $7)`,
    [cell, at.matter, version, path, step, now, await sealWords(services, place, JSON.stringify(kept))],
  )
  return { values: kept }
}

/** What is kept of a form: with which step (null: the matter was opened with it), and its files. */
export type Filling = {
  readonly schema: FormSchema
  readonly step: string | null
  readonly values: FormValues
  readonly uploads: readonly Upload[]
}

async function isWithMatter({ tx }: Attaching, cell: number, matter: string, id: string): Promise<boolean> {
  const found = await tx.run('select from kernel.matter_attachment where cell_id = $1 and matter_id = $2 and id = $3', [
    cell,
    matter,
    id,
  ])
  return found === 1
}
