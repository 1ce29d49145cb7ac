import { type Static, Type } from 'typebox'
import { Cell, Id, nullable } from '../shapes.ts'

const closed = { additionalProperties: false } as const
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'hash of the suite, hex' })
const Base64 = Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$', maxLength: 1_000_000 })
const Whole = Type.Integer({ minimum: 0 })
const Proof = Type.Array(Hash, { maxItems: 64, description: 'from the leaf up (RFC 6962 §2.1.1)' })

/** The logs whose rows are sealed. */
export const Log = Type.Enum(['audit', 'access'])

/** A signed root as it is kept outside: enough to prove later that nothing before it was rewritten or cut off. */
export type KeptSeal = Static<typeof KeptSeal>
export const KeptSeal = Type.Object(
  {
    number: Type.Integer({ minimum: 1 }),
    at: Type.String({ maxLength: 40 }),
    size: Type.Integer({ minimum: 1, description: 'leaves of the tree of the network' }),
    root: Hash,
    previous: Hash,
    catchingUp: Type.Boolean(),
    key: Type.String({ maxLength: 64 }),
    signature: Base64,
    publicKey: Base64,
  },
  { $id: 'kernel.KeptSeal', ...closed },
)

/** 回执: proves of a row of a log that it stands sealed; anybody can check it with nothing but the file. */
export type Receipt = Static<typeof Receipt>
export const Receipt = Type.Object(
  {
    format: Type.Literal('gongqiao.seal-receipt/1'),
    suite: Type.String({ maxLength: 20 }),
    row: Type.Object(
      {
        log: Log,
        cell: Cell,
        id: Id,
        /** Hash of its leaf. */
        hash: Hash,
        /** What the hash is of, where all of it is the asker's own; else null. */
        bytes: nullable(Base64),
      },
      closed,
    ),
    /** What the installation says the row is about. */
    says: Type.Object(
      { at: Type.String({ maxLength: 40 }), act: Type.String({ maxLength: 200 }), by: nullable(Type.String()) },
      closed,
    ),
    cell: Type.Object({ number: Whole, size: Whole, root: Hash, proof: Proof }, closed),
    network: Type.Object({ number: Whole, proof: Proof }, closed),
    seal: KeptSeal,
  },
  { $id: 'kernel.Receipt', ...closed },
)
