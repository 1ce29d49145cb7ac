import { openField, sealField } from '../crypto/field.ts'
import type { Services } from '../services.ts'
import type { FormValues } from '../shared/form.ts'

/** The one row of a matter that something sealed belongs to. */
export type SealedPlace = {
  readonly cell: number
  readonly table: 'kernel.matter_form' | 'kernel.matter_comment' | 'kernel.matter_attachment'
  readonly matter: string
  readonly row: string | number
}

const placeOf = ({ cell, table, matter, row }: SealedPlace) => ({
  cell,
  table,
  column: 'sealed',
  id: `${matter}/${row}`,
})

/** Seals words of a matter under its cell's key. */
export async function sealWords(services: Services, place: SealedPlace, words: string): Promise<Buffer> {
  return sealField(await services.keyring.dataKey(place.cell), placeOf(place), words)
}

/** Opens them again where they were sealed for. */
export async function openWords(services: Services, place: SealedPlace, sealed: Uint8Array): Promise<string> {
  await services.keyring.dataKey(place.cell)
  return openField((cell, id) => services.keyring.resolve(cell, id), placeOf(place), sealed)
}

/** Opens the answers of a form. */
export async function openAnswers(services: Services, place: SealedPlace, sealed: Uint8Array): Promise<FormValues> {
  return asAnswers(JSON.parse(await openWords(services, place, sealed)))
}

/** Safe because only answers that a schema has read are sealed in a form's place. */
function asAnswers(value: unknown): FormValues {
  return value as FormValues
}
