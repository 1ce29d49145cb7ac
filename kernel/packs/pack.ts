import type { CryptoSuite } from '../crypto/suite.ts'
import type { RecordSection } from '../matter/record-section.ts'
import { canonical, type Plain } from './canonical.ts'

/** The form of a pack; another form gets another name. */
export const packFormat = 'gongqiao.matter-pack/1'

/** One step as it happened. `hash` covers the step and, through the one before it, everything earlier. */
export type PackEvent = {
  readonly number: number
  readonly at: string
  readonly step: string
  readonly stepWords: string
  readonly from: string | null
  readonly to: string
  readonly toWords: string
  readonly by: string
  readonly reason: string | null
  readonly note: string | null
  readonly hash: string
}

/** A file that was attached: what it was, and the hash of its bytes under the pack's suite, hex. */
export type PackAttachment = {
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly at: string
  readonly by: string
  readonly hash: string
}

/** Everything a matter is, in words for people and codes for programs. */
export type PackBody = {
  readonly format: typeof packFormat
  readonly language: 'zh' | 'en'
  readonly made: { readonly at: string; readonly by: string; readonly where: string; readonly brand: string }
  readonly matter: {
    readonly cell: number
    readonly id: string
    readonly kind: string
    readonly kindWords: string
    readonly title: string
    readonly unit: string
    readonly state: string
    readonly stateWords: string
    readonly openedAt: string
    readonly endedAt: string | null
    readonly due: {
      readonly on: string
      readonly rule: string
      readonly article: string
      readonly words: string
      readonly provisional: boolean
    } | null
  }
  /** 内容: titled parts, each with labels and their values. */
  readonly content: readonly RecordSection[]
  readonly history: readonly PackEvent[]
  readonly comments: readonly { readonly at: string; readonly by: string; readonly text: string }[]
  readonly attachments: readonly PackAttachment[]
}

/** 证据包: a matter's content and history as one file that can be checked anywhere. */
export type Pack = {
  readonly body: PackBody
  readonly seal: {
    readonly suite: string
    /** Key of the installation, base64 of SubjectPublicKeyInfo DER. */
    readonly publicKey: string
    /** Hash of the body's canonical text, hex. */
    readonly hash: string
    /** The installation's signature over that hash, base64. */
    readonly signature: string
  }
}

/** Signs for the installation. */
export type PackSigner = {
  readonly suite: CryptoSuite
  readonly publicKey: Buffer
  readonly sign: (bytes: Uint8Array) => Buffer
}

/** A body whose steps have no hashes yet. */
export type Unsealed = Omit<PackBody, 'history'> & { readonly history: readonly Omit<PackEvent, 'hash'>[] }

/** Chains the history, hashes the whole and signs it. */
export function sealPack(unsealed: Unsealed, { suite, publicKey, sign }: PackSigner): Pack {
  const body: PackBody = { ...unsealed, history: chained(suite, unsealed.history) }
  const hash = hashOf(suite, body)
  return {
    body,
    seal: {
      suite: suite.name,
      publicKey: publicKey.toString('base64'),
      hash: hash.toString('hex'),
      signature: sign(signedOver(hash)).toString('base64'),
    },
  }
}

/** The steps with their hashes, each over the one before it. */
export function chained(suite: CryptoSuite, history: readonly Omit<PackEvent, 'hash'>[]): PackEvent[] {
  let before: Buffer = Buffer.alloc(0)
  return history.map((event) => {
    before = suite.hash(Buffer.concat([before, Buffer.from(canonical(asPlain(event)))]))
    return { ...event, hash: before.toString('hex') }
  })
}

/** Hash of a body's canonical text. */
export function hashOf(suite: CryptoSuite, body: PackBody): Buffer {
  return suite.hash(Buffer.from(canonical(asPlain(body))))
}

/** What is signed: no signature made for another purpose passes as a pack's. */
export function signedOver(hash: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from('matter pack\0'), hash])
}

/** The first digits of a pack's hash in groups, as its paper carries them: `9f3c 21aa 07b4 5d10`. */
export function packMark(hash: string): string {
  return (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
}

/** Safe because a body is written by us of strings, whole numbers, booleans and null, or was read from JSON. */
function asPlain(value: object): Plain {
  return value as unknown as Plain
}
