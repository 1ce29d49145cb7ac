import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { KindContext, Moving } from '@gongqiao/kernel/matter/kind.ts'
import { employerDigest, openContent, openWords, sealContent, sealWords } from './content.ts'
import { moveMediaFile } from './media/move-media.ts'

type Row = { readonly content: Buffer; readonly code: Buffer | null; readonly phone: Buffer | null }
type TurnRow = { readonly number: number; readonly words: Buffer }
type FileRow = {
  readonly file: string
  readonly number: number
  readonly kind: string
  readonly seconds: number | null
  readonly hash: Buffer
  readonly mediaType: string
  readonly size: number
  readonly account: string
  readonly at: Date
}

/** What of an ask and of its turns goes along as it is. */
const rowColumns = `asker, channel, asked_cell, asked_unit_id, confidential, class, topic, extended, code_digest, phone_digest, typed_by,
  clock_from, paused_on, pauses, opened_on, answered_on, result, solved, answer_score, handling_score,
  interim_on, interim_reminded_due, interim_reminded_mark, interim_missed_due, redispatched`
const turnColumns = 'at, side, step, by_words, result'

/** Everything of an ask that is sealed under the key of its cell. */
async function readAll(tx: Tx, cell: number, matter: string) {
  const row = await tx.one<Row & { rest: object }>(
    `select a.content, a.code_digest as code, a.phone_digest as phone, to_jsonb(a) - 'content' as rest
     from rights.ask a where a.cell_id = $1 and a.matter_id = $2`,
    [cell, matter],
  )
  const turns = await tx.many<TurnRow & { rest: object }>(
    `select t.number, t.words, to_jsonb(t) - 'words' as rest from rights.ask_turn t
     where t.cell_id = $1 and t.matter_id = $2 order by t.number limit 1000`,
    [cell, matter],
  )
  const files = await tx.many<FileRow>(
    `select f.file_id as file, f.number, f.kind, f.seconds, k.hash, k.media_type as "mediaType", k.size_bytes as size, k.account_id as account, k.at
     from rights.ask_file f join kernel.file k on k.cell_id = f.cell_id and k.id = f.file_id
     where f.cell_id = $1 and f.matter_id = $2 order by f.number, f.file_id limit 1000`,
    [cell, matter],
  )
  return { row, turns, files }
}

/**
 * Takes the content of an ask along when it is referred 转办: what was said and its files, sealed anew under the key of the
 * cell it comes to, and where its code and its phone lead. An ask that goes elsewhere leaves the group it was joined with.
 *
 * @see rulebook PET 23: filed anywhere, handled where it belongs
 */
export async function moveAsk({ tx, services }: KindContext, moving: Moving): Promise<void> {
  const { matter, from, to, enterFrom, enterTo } = moving
  await enterFrom()
  if (from.cell === to.cell) {
    await tx.run('select rights.follow($1, $2, $3)', [from.cell, matter, to.path])
    return
  }
  const { row, turns, files } = await readAll(tx, from.cell, matter)
  const content = await openContent(services, from.cell, matter, row.content)
  const opened = turns.map((turn) => ({
    ...turn,
    plain: openWords(services, from.cell, matter, turn.number, turn.words),
  }))
  await tx.run('select rights.take_out($1, $2)', [from.cell, matter])

  await enterTo()
  await tx.run(
    `insert into rights.ask (cell_id, matter_id, path, content, employer_digest, ${rowColumns})
     select $1, r.matter_id, $2, $4, $5, ${rowColumns.replaceAll(/\w+/g, 'r.$&')} from jsonb_populate_record(null::rights.ask, $3::jsonb) r`,
    [
      to.cell,
      to.path,
      JSON.stringify(row.rest),
      await sealContent(services, to.cell, matter, content),
      employerDigest(services, content),
    ],
  )
  for (const { number, plain, rest } of opened)
    await tx.run(
      `insert into rights.ask_turn (cell_id, matter_id, number, path, words, ${turnColumns})
       select $1, r.matter_id, r.number, $2, $4, ${turnColumns.replaceAll(/\w+/g, 'r.$&')} from jsonb_populate_record(null::rights.ask_turn, $3::jsonb) r`,
      [to.cell, to.path, JSON.stringify(rest), await sealWords(services, to.cell, matter, number, plain)],
    )
  for (const file of files) {
    const hash = await moveMediaFile(services, file.hash, from.cell, to.cell)
    await tx.run(
      `with stored as (
         insert into kernel.file (cell_id, id, path, hash, media_type, size_bytes, account_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
       )
       insert into rights.ask_file (cell_id, file_id, matter_id, number, path, kind, seconds) values ($1, $2, $9, $10, $3, $11, $12)`,
      [
        ...[to.cell, file.file, to.path, hash, file.mediaType, file.size, file.account, file.at],
        ...[matter, file.number, file.kind, file.seconds],
      ],
    )
  }
  await tx.run('update rights.query_code set cell_id = $2 where digest = $1', [row.code, to.cell])
  await tx.run('update rights.guest set cell_id = $2 where phone_digest = $1 and cell_id = $3 and matter_id = $4', [
    row.phone,
    to.cell,
    from.cell,
    matter,
  ])
}
