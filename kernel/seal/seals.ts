import type { Tx } from '../database/tx.ts'
import { instantOf, type Seal } from './words.ts'

/** A seal as it is kept. */
export type KeptSealRow = { readonly seal: Seal; readonly signature: Buffer }

type Row = Omit<Seal, 'key' | 'catchingUp'> & {
  readonly key_id: string
  readonly catching_up: boolean
  readonly signature: Buffer
}

const columns = `number, to_json(at at time zone 'UTC') #>> '{}' as at, size, root, previous, catching_up, key_id, signature`

const kept = ({ key_id: key, catching_up: catchingUp, signature, at, number, size, root, previous }: Row) => ({
  seal: { number, at: instantOf(at), size, root, previous, catchingUp, key },
  signature,
})

/** The first seal that covers a leaf of the tree of the network. */
export async function sealCovering(tx: Tx, leaf: number): Promise<KeptSealRow | undefined> {
  const row = await tx.maybe<Row>(`select ${columns} from kernel.seal where size > $1 order by size limit 1`, [leaf])
  return row && kept(row)
}

/** The seal of a number. */
export async function sealNumbered(tx: Tx, number: number): Promise<KeptSealRow | undefined> {
  const row = await tx.maybe<Row>(`select ${columns} from kernel.seal where number = $1`, [number])
  return row && kept(row)
}

/** The newest seal; undefined before the first. */
export async function lastSeal(tx: Tx): Promise<KeptSealRow | undefined> {
  const row = await tx.maybe<Row>(`select ${columns} from kernel.seal order by number desc limit 1`)
  return row && kept(row)
}

/** Seals after a number, in order, at most so many. */
export async function sealsAfter(tx: Tx, number: number, atMost: number): Promise<KeptSealRow[]> {
  const rows = await tx.many<Row>(`select ${columns} from kernel.seal where number > $1 order by number limit $2`, [
    number,
    atMost,
  ])
  return rows.map(kept)
}
