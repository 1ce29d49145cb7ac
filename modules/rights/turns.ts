import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { openWords, sealWords } from './content.ts'
import type { Turn } from './contract.ts'
import type { Result } from './machine.ts'
import type { Media } from './media/check-media.ts'
import { keepMedia } from './media/keep-media.ts'

/** What somebody says in an ask. */
export type Said = {
  readonly side: 'asker' | 'union'
  readonly step: string
  readonly by: string | null
  readonly words: string
  readonly result?: Result
  readonly media?: readonly Media[]
  /** Whose the files are; the matter itself where there is nobody. */
  readonly account?: string
}

type Where = { readonly cell: number; readonly matter: string; readonly path: string }

/** Adds a turn to a conversation whose matter is locked: nobody else adds one meanwhile. */
export async function addTurn(tx: Tx, services: Services, at: Where, said: Said, now: Date): Promise<void> {
  const { cell, matter, path } = at
  const { number } = await tx.one<{ number: number }>(
    'select coalesce(max(number), 0) + 1 as number from rights.ask_turn where cell_id = $1 and matter_id = $2',
    [cell, matter],
  )
  const sealed = await sealWords(services, cell, matter, number, said.words)
  await tx.run(
    `insert into rights.ask_turn (cell_id, matter_id, number, path, at, side, step, by_words, result, words)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [cell, matter, number, path, now, said.side, said.step, said.by, said.result ?? null, sealed],
  )
  await keepMedia(tx, services, { cell, matter, path, number }, said.media ?? [], said.account ?? matter, now)
}

type TurnRow = {
  readonly number: number
  readonly at: Date
  readonly side: Turn['side']
  readonly step: string
  readonly by: string | null
  readonly result: Result | null
  readonly words: Buffer
}
type FileRow = Turn['files'][number] & { readonly number: number }

/** A whole conversation in an open scope, opened, oldest first. */
export async function turnsOf(tx: Tx, services: Services, cell: number, matter: string): Promise<Turn[]> {
  const rows = await tx.many<TurnRow>(
    `select number, at, side, step, by_words as by, result, words from rights.ask_turn
     where cell_id = $1 and matter_id = $2 order by number limit 500`,
    [cell, matter],
  )
  const files = await tx.many<FileRow>(
    `select a.file_id as id, a.number, a.kind, a.seconds, f.media_type as "mediaType", f.size_bytes as "sizeBytes"
     from rights.ask_file a join kernel.file f on f.cell_id = a.cell_id and f.id = a.file_id
     where a.cell_id = $1 and a.matter_id = $2 order by a.number, a.kind desc, a.file_id limit 500`,
    [cell, matter],
  )
  await services.keyring.dataKey(cell)
  return rows.map(({ words, ...row }) => ({
    ...row,
    at: row.at.toISOString(),
    words: openWords(services, cell, matter, row.number, words),
    files: files.filter(({ number }) => number === row.number).map(({ number: _number, ...file }) => file),
  }))
}
