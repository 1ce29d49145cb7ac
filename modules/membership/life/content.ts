import { openField, sealField } from '@gongqiao/kernel/crypto/field.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { Static } from 'typebox'
import type { LifeContent, LifeRecord } from './contract.ts'

/*
 * What was said in the life of a membership, sealed as one text: opinions, votes and a judgment are nobody's to search. The
 * cell's scope is open.
 */

const contentPlace = (cell: number, id: string) => ({ cell, table: 'membership.life_matter', column: 'content', id })
const saidPlace = (cell: number, id: string) => ({ cell, table: 'membership.life_record', column: 'said', id })

/** The content of a matter, sealed for its row. */
export async function sealContent(
  services: Services,
  cell: number,
  matter: string,
  content: LifeContent,
): Promise<Buffer> {
  return sealField(await services.keyring.dataKey(cell), contentPlace(cell, matter), JSON.stringify(content))
}

/** A sealed content, opened. */
export async function openContent(
  services: Services,
  cell: number,
  matter: string,
  sealed: Buffer,
): Promise<LifeContent> {
  const { keyring } = services
  await keyring.dataKey(cell)
  return asContent(openField((at, id) => keyring.resolve(at, id), contentPlace(cell, matter), sealed))
}

/** Safe because only `sealContent` writes this column, and it seals what this type says. */
function asContent(text: string): LifeContent {
  return JSON.parse(text) as LifeContent
}

type Row = Static<typeof LifeRecord>
type Said = Pick<Row, 'reason' | 'note' | 'before' | 'after' | 'kin'>

/** What was done at a desk, to be written down with its proof. */
export type Done = {
  readonly cell: number
  readonly membership: string
  readonly path: string
  readonly act: Row['act']
  readonly on: string
  readonly said: Partial<Said>
  readonly file: string | null
  /** Post and unit; null for the person themselves. */
  readonly by: string | null
}

const nothingSaid: Said = { reason: null, note: null, before: null, after: null, kin: null }

/** Writes down what was done at a desk. Refuses nothing: the proof was looked for before. */
export async function keepRecord(tx: Tx, services: Services, done: Done, now: Date): Promise<void> {
  const { cell, membership, path, act, on, file, by } = done
  const id = newId(now.getTime())
  const said = JSON.stringify({ ...nothingSaid, ...done.said })
  const sealed = sealField(await services.keyring.dataKey(cell), saidPlace(cell, id), said)
  await tx.run(
    `insert into membership.life_record (cell_id, id, path, membership_id, act, on_day, said, file_id, by_words, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [cell, id, path, membership, act, on, sealed, file, by, now],
  )
}

/** What was done to a membership, newest first. */
export async function recordsOf(tx: Tx, services: Services, cell: number, membership: string): Promise<Row[]> {
  const rows = await tx.many<Pick<Row, 'id' | 'act' | 'on' | 'by' | 'proof'> & { at: Date; said: Buffer }>(
    `select id, at, act, on_day as "on", by_words as by, file_id is not null as proof, said
     from membership.life_record where cell_id = $1 and membership_id = $2 order by at desc, id limit 50`,
    [cell, membership],
  )
  const { keyring } = services
  if (rows.length > 0) await keyring.dataKey(cell)
  return rows.map(({ at, said, ...row }) => ({
    ...row,
    at: at.toISOString(),
    ...asSaid(openField((of, id) => keyring.resolve(of, id), saidPlace(cell, row.id), said)),
  }))
}

/** Safe because only `keepRecord` writes this column, and it seals what this type says. */
function asSaid(text: string): Said {
  return JSON.parse(text) as Said
}
