import { openField, sealField } from '../crypto/field.ts'
import type { Services } from '../services.ts'

/** What is kept of a row until the import is let go of. */
export type Contents = {
  /** Texts by column key as a screen may show them; without them the kind makes them of the value. */
  readonly shown?: { readonly [column: string]: string }
  /** What the kind read, where it could. */
  readonly value?: unknown
}

type RowKey = { readonly cell: number; readonly import: string; readonly number: number }
type SealedColumn = 'contents' | 'before' | 'handout'

const placeOf = ({ cell, import: id, number }: RowKey, column: SealedColumn) => ({
  cell,
  table: 'kernel.import_row',
  column,
  id: `${id}/${number}`,
})

/** Seals what belongs to a row. The cell's key has been asked for before. */
export function sealOfRow(services: Services, key: RowKey, column: SealedColumn, content: unknown): Buffer {
  const dataKey = services.keyring.cached(key.cell)
  if (!dataKey) throw new Error(`the key of cell ${key.cell} was not asked for`)
  return sealField(dataKey, placeOf(key, column), JSON.stringify(content))
}

/** Opens what belongs to a row. */
export function openOfRow(services: Services, key: RowKey, column: SealedColumn, sealed: Buffer): unknown {
  return JSON.parse(openField((cell, id) => services.keyring.resolve(cell, id), placeOf(key, column), sealed))
}

/** Opens the contents of a row. */
export function openContents(services: Services, key: RowKey, sealed: Buffer): Contents {
  return asContents(openOfRow(services, key, 'contents', sealed))
}

/** Safe because only `sealOfRow` with contents wrote this column. */
function asContents(value: unknown): Contents {
  return value as Contents
}
