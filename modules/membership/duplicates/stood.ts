import { openField, sealField } from '@gongqiao/kernel/crypto/field.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { KeptContact } from '@gongqiao/modules/people/index.ts'

/** The dropped record, and what of the kept one was changed, as they stood: for an undo. */
export type Stood = {
  readonly status: 'listed' | 'active' | 'retained'
  readonly claimed: boolean
  readonly affirmed: boolean
  readonly unit: string
  readonly contact: KeptContact
  /** The kept record's day, where the merge changed it. */
  readonly since: string | null
}

const place = (cell: number, id: string) => ({ cell, table: 'membership.merge', column: 'before', id })

/** Seals how things stood, for the row of a merge. */
export async function sealStood(services: Services, cell: number, merge: string, stood: Stood): Promise<Buffer> {
  return sealField(await services.keyring.dataKey(cell), place(cell, merge), JSON.stringify(stood))
}

/** Opens how things stood. */
export async function openStood(services: Services, cell: number, merge: string, sealed: Buffer): Promise<Stood> {
  const { keyring } = services
  await keyring.dataKey(cell)
  return asStood(openField((at, id) => keyring.resolve(at, id), place(cell, merge), sealed))
}

/** Safe because only `sealStood` writes this column, and it seals what this type says. */
function asStood(text: string): Stood {
  return JSON.parse(text) as Stood
}
