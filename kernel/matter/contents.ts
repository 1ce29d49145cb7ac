import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import type { GivenForm, MatterAttachment, MatterComment, MatterSignature } from './contract.ts'
import { byOf } from './history.ts'
import { openAnswers, openWords } from './sealed.ts'

/** Which matter's. */
export type Of = { readonly cell: number; readonly matter: string }

/** What was filled in with a matter, oldest first; the first `most`. */
export async function formsOf(tx: Tx, services: Services, { cell, matter }: Of, most = 100): Promise<GivenForm[]> {
  const rows = await tx.many<{ version: number; step: string | null; at: Date; sealed: Buffer }>(
    `select version, step, at, sealed from kernel.matter_form where cell_id = $1 and matter_id = $2 order by version limit $3`,
    [cell, matter, most],
  )
  const forms: GivenForm[] = []
  for (const { sealed, at, ...row } of rows) {
    const read = await openAnswers(services, { cell, table: 'kernel.matter_form', matter, row: row.version }, sealed)
    const answers = Object.fromEntries(
      Object.entries(read).map(([key, value]) => [key, typeof value === 'object' ? [...value] : value]),
    )
    forms.push({ ...row, at: at.toISOString(), answers })
  }
  return forms
}

/** Who reads: officers see everything, the person what is meant for them or comes from them. */
export type Reader = 'officer' | 'person'

const readable = (reader: Reader) => (reader === 'officer' ? ['union', 'person'] : ['person'])

type Written = { id: string; at: Date; actor_kind: string; by_words: string | null; visible: 'union' | 'person' }

/** The comments on a matter, oldest first; the first `most`. */
export async function commentsOf(
  tx: Tx,
  services: Services,
  { cell, matter }: Of,
  reader: Reader,
  most = 200,
): Promise<MatterComment[]> {
  const rows = await tx.many<Written & { sealed: Buffer }>(
    `select id, at, actor_kind, by_words, visible, sealed from kernel.matter_comment
     where cell_id = $1 and matter_id = $2 and visible = any($3::text[]) order by id limit $4`,
    [cell, matter, readable(reader), most],
  )
  const comments: MatterComment[] = []
  for (const { id, at, actor_kind, by_words, visible, sealed } of rows) {
    const text = await openWords(services, { cell, table: 'kernel.matter_comment', matter, row: id }, sealed)
    comments.push({ id, at: at.toISOString(), by: byOf(actor_kind, by_words), text, visible })
  }
  return comments
}

/** The papers and pictures with a matter, oldest first; the first `most`. */
export async function attachmentsOf(
  tx: Tx,
  { cell, matter }: Of,
  reader: Reader,
  most = 200,
): Promise<MatterAttachment[]> {
  const rows = await tx.many<Written & { name: string; mediaType: string; sizeBytes: number; hash: Buffer }>(
    `select id, at, actor_kind, by_words, visible, name, media_type as "mediaType", size_bytes as "sizeBytes", hash
     from kernel.matter_attachment where cell_id = $1 and matter_id = $2 and visible = any($3::text[]) order by id limit $4`,
    [cell, matter, readable(reader), most],
  )
  return rows.map(({ at, actor_kind, by_words, hash, ...row }) => ({
    ...row,
    at: at.toISOString(),
    by: byOf(actor_kind, by_words),
    hash: hash.toString('hex'),
  }))
}

type SignatureRow = Omit<MatterSignature, 'askedAt' | 'decidedAt'> & { askedAt: Date; decidedAt: Date | null }

/** Who was asked to sign which step, and what they said; the newest round of each step last. */
export async function signaturesOf(tx: Tx, { cell, matter }: Of): Promise<MatterSignature[]> {
  const rows = await tx.many<SignatureRow>(
    `select step, round, post_id as post, by_words as by, asked_at as "askedAt", decided_at as "decidedAt", decision, note
     from kernel.matter_signature where cell_id = $1 and matter_id = $2 order by step, round, by_words, post_id limit 200`,
    [cell, matter],
  )
  return rows.map((row) => ({
    ...row,
    askedAt: row.askedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }))
}

/** The signatures of the newest round of a step. */
export function lastRound(signatures: readonly MatterSignature[], step: string): readonly MatterSignature[] {
  const ofStep = signatures.filter((signature) => signature.step === step)
  const last = Math.max(0, ...ofStep.map(({ round }) => round))
  return ofStep.filter(({ round }) => round === last)
}
