import type { Language } from '@gongqiao/kernel/shared/texts.ts'

/** What a letter does when it arrives. */
export type LetterKind = 'resubmission' | 'withdrawal' | 'settlement' | 'reopening' | 'affirmation' | 'asking'

/** What a letter says, sealed under a key that cannot be taken out of this browser. */
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer }

/** An act filled in without a network, which waits to be sent; delivered once, however often it is sent. */
export type Letter = {
  /** Its idempotency key, made with the form. */
  readonly id: string
  /** Whose act it is: it is sent in nobody else's name. */
  readonly person: string
  readonly kind: LetterKind
  readonly path: string
  readonly cell: number
  /** The matter it is about, for an affirmation the membership, for a new ask its own key. */
  readonly subject: string
  readonly unitName: string
  readonly language: Language
  readonly at: number
  readonly state: 'waiting' | 'delivered' | 'refused'
  /** Gone once it is answered for good. */
  readonly content: Sealed | null
  /** While it is on the way, since when: nobody else sends it in that time. */
  readonly sendingSince: number | null
  readonly answeredAt: number | null
  /** The server's words for a no. */
  readonly refusal: { readonly title: string; readonly detail: string } | null
}

export function isLetter(value: unknown): value is Letter {
  return typeof value === 'object' && value !== null && 'id' in value && 'path' in value && 'state' in value
}
