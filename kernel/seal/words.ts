import type { CryptoSuite } from '../crypto/suite.ts'
import { canonical } from '../packs/canonical.ts'

/** The root of the tree of a cell at a size. */
export type CellRoot = { readonly cell: number; readonly size: number; readonly root: Buffer }

/** 封签: what is signed of the tree of the network. */
export type Seal = {
  readonly number: number
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly size: number
  readonly root: Buffer
  /** Hash of the seal before it; zeros before the first. */
  readonly previous: Buffer
  readonly catchingUp: boolean
  readonly key: string
}

/** What stands before the first seal. */
export const beforeFirst = Buffer.alloc(32)

/** The bytes of a leaf in the tree of the network. */
export function cellRootBytes({ cell, size, root }: CellRoot): Buffer {
  return Buffer.from(canonical({ cell, root: root.toString('hex'), size }))
}

/** What the signature of a seal is over: no signature made for another purpose passes as a seal's. */
export function sealBytes({ number, at, size, root, previous, catchingUp, key }: Seal): Buffer {
  const text = canonical({
    at,
    catchingUp,
    format: 'gongqiao.seal/1',
    key,
    number,
    previous: previous.toString('hex'),
    root: root.toString('hex'),
    size,
  })
  return Buffer.from(`gongqiao seal\0${text}`)
}

/** What the next seal is chained to: a seal with its signature. */
export function sealHash(suite: CryptoSuite, seal: Seal, signature: Uint8Array): Buffer {
  return suite.hash(Buffer.concat([sealBytes(seal), Buffer.from([0]), signature]))
}

/** A time in UTC as PostgreSQL prints it in JSON, as ISO 8601 with at least milliseconds. */
export function instantOf(text: string): string {
  const found = /^(\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?$/.exec(text)
  return found ? `${found[1]}.${(found[2] ?? '').padEnd(3, '0')}Z` : text
}
