import { type Static, Type } from 'typebox'
import { Check } from 'typebox/value'
import type { CryptoSuite } from '../crypto/suite.ts'
import { chained, hashOf, type Pack, packFormat, signedOver } from './pack.ts'

const text = Type.String()
const maybe = Type.Union([Type.String(), Type.Null()])
const whole = Type.Integer()
const closed = { additionalProperties: false } as const

const PackShape = Type.Object(
  {
    body: Type.Object(
      {
        format: Type.Literal(packFormat),
        language: Type.Enum(['zh', 'en']),
        made: Type.Object({ at: text, by: text, where: text, brand: text }, closed),
        matter: Type.Object(
          {
            cell: whole,
            id: text,
            kind: text,
            kindWords: text,
            title: text,
            unit: text,
            state: text,
            stateWords: text,
            openedAt: text,
            endedAt: maybe,
            due: Type.Union([
              Type.Object({ on: text, rule: text, article: text, words: text, provisional: Type.Boolean() }, closed),
              Type.Null(),
            ]),
          },
          closed,
        ),
        content: Type.Array(Type.Object({ title: text, rows: Type.Array(Type.Tuple([text, text])) }, closed)),
        history: Type.Array(
          Type.Object(
            {
              number: whole,
              at: text,
              step: text,
              stepWords: text,
              from: maybe,
              to: text,
              toWords: text,
              by: text,
              reason: maybe,
              note: maybe,
              hash: text,
            },
            closed,
          ),
        ),
        comments: Type.Array(Type.Object({ at: text, by: text, text }, closed)),
        attachments: Type.Array(
          Type.Object({ name: text, type: text, bytes: whole, at: text, by: text, hash: text }, closed),
        ),
      },
      closed,
    ),
    seal: Type.Object({ suite: text, publicKey: text, hash: text, signature: text }, closed),
  },
  closed,
)

/** What a check found. `faults` is empty where nothing was changed since the installation made the pack. */
export type PackVerdict = {
  readonly pack: Pack | undefined
  /** Names the key that signed: the first digits of its hash, to compare with what the installation says of itself. */
  readonly key: string | undefined
  readonly faults: readonly PackFault[]
}

/** What is wrong with a pack; `at` is the number of the step or the name of the file it begins with. */
export type PackFault = {
  readonly code:
    | 'unreadable'
    | 'suite_unknown'
    | 'history_changed'
    | 'body_changed'
    | 'signature_wrong'
    | 'file_changed'
  readonly at?: string
}

/**
 * Checks a pack with nothing but its own file: shape, the chain of its history, the hash of the whole, the signature.
 *
 * @param files bytes of attachments by name, to be compared too; a name the pack does not know is left aside
 */
export function checkPack(
  json: string,
  suites: readonly CryptoSuite[],
  files: ReadonlyMap<string, Uint8Array> = new Map(),
): PackVerdict {
  const pack = readPack(json)
  if (!pack) return { pack: undefined, key: undefined, faults: [{ code: 'unreadable' }] }
  const { body, seal } = pack
  const suite = suites.find(({ name }) => name === seal.suite)
  if (!suite) return { pack, key: undefined, faults: [{ code: 'suite_unknown', at: seal.suite }] }
  const publicKey = Buffer.from(seal.publicKey, 'base64')
  const faults: PackFault[] = []
  const honest = chained(
    suite,
    body.history.map(({ hash: _hash, ...event }) => event),
  )
  const broken = body.history.find((event, at) => event.hash !== honest[at]?.hash)
  if (broken) faults.push({ code: 'history_changed', at: String(broken.number) })
  const hash = hashOf(suite, body)
  if (hash.toString('hex') !== seal.hash) faults.push({ code: 'body_changed' })
  if (!isSigned(suite, publicKey, hash, seal.signature)) faults.push({ code: 'signature_wrong' })
  for (const { name, hash: wanted } of body.attachments) {
    const bytes = files.get(name)
    if (bytes && suite.hash(bytes).toString('hex') !== wanted) faults.push({ code: 'file_changed', at: name })
  }
  return { pack, key: suite.hash(publicKey).toString('hex').slice(0, 16), faults }
}

function isSigned(suite: CryptoSuite, publicKey: Buffer, hash: Buffer, signature: string): boolean {
  try {
    return suite.verify(publicKey, signedOver(hash), Buffer.from(signature, 'base64'))
  } catch {
    // A key that is none of this suite's signs nothing.
    return false
  }
}

/** The pack of a file, or undefined when it is none. */
function readPack(json: string): Pack | undefined {
  try {
    const read: unknown = JSON.parse(json)
    return Check(PackShape, read) ? asPack(read) : undefined
  } catch {
    return undefined
  }
}

/** Gives the checked shape its name; it compiles only while the two say the same. */
function asPack(read: Static<typeof PackShape>): Pack {
  return read
}
