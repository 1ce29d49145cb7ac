import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import type { Place } from '../shared/place.ts'
import { getAttachment, putAttachment } from './attachments.ts'
import type { Matter } from './matters.ts'
import { openWords, sealWords } from './sealed.ts'

/*
 * A matter that goes to another cell: everything of it is copied there, sealed under that cell's key, and what stays is a
 * trace that says where it went. One that comes back meets its trace, which becomes the matter again.
 */

/** The tables of a matter beside the spine, with what is copied of a row, and what a row that is there already takes over. */
const tables = [
  {
    name: 'matter_event',
    columns: 'number, at, step, from_state, to_state, actor_kind, account_id, post_id, by_words, reason, note',
    key: 'number',
    renewed: [],
  },
  { name: 'matter_form', columns: 'version, step, at, sealed', key: 'version', renewed: [] },
  {
    name: 'matter_comment',
    columns: 'id, at, actor_kind, account_id, post_id, by_words, visible, sealed',
    key: 'id',
    renewed: [],
  },
  {
    name: 'matter_attachment',
    columns: 'id, at, actor_kind, account_id, post_id, by_words, visible, name, media_type, size_bytes, hash',
    key: 'id',
    renewed: [],
  },
  {
    name: 'matter_signature',
    columns: 'step, round, post_id, by_words, asked_at, decided_at, decision, account_id, note',
    key: 'step, round, post_id',
    renewed: ['decided_at', 'decision', 'account_id', 'note'],
  },
  {
    name: 'matter_referral',
    columns: 'number, from_unit, from_cell, to_unit, at, reason, due_on, final, outcome, ended_at',
    key: 'number',
    renewed: ['outcome', 'ended_at'],
  },
] as const

type Row = { readonly [column: string]: unknown }
/** All there is of a matter in a cell. */
export type Carried = { readonly spine: Row; readonly rows: ReadonlyMap<string, readonly Row[]> }

const spineColumns = `kind, subject_id, title, state, escalations, clock_rule, clock_from, due_on, due_provisional, opened_at,
  changed_at, ended_at, last_event, waits, pauses, paused_from, paused_for, extensions`

/** Reads all there is of a matter whose place is open. */
export async function pickUp(tx: Tx, { cell, id }: Matter): Promise<Carried> {
  const { row: spine } = await tx.one<{ row: Row }>(
    'select to_jsonb(m) as row from kernel.matter m where m.cell_id = $1 and m.id = $2',
    [cell, id],
  )
  const rows = new Map<string, readonly Row[]>()
  for (const { name } of tables) {
    const found = await tx.many<{ row: Row }>(
      `select to_jsonb(t) as row from kernel.${name} t where t.cell_id = $1 and t.matter_id = $2`,
      [cell, id],
    )
    rows.set(
      name,
      found.map(({ row }) => row),
    )
  }
  return { spine, rows }
}

/** Where a matter arrives. */
export type Arrival = {
  readonly place: Place
  readonly unit: string
  readonly owner: string
  readonly referralDue: string | null
}

/** Puts a matter down in another cell, whose place is open. */
export async function putDown(
  tx: Tx,
  services: Services,
  { cell, id }: Matter,
  { spine, rows }: Carried,
  { place, unit, owner, referralDue }: Arrival,
): Promise<void> {
  const columns = namesOf(spineColumns)
  await tx.run(
    `insert into kernel.matter (cell_id, id, path, host_unit_id, owner_post_id, referral_due, moved_from_cell, clock_cell, ${columns.join(', ')})
     select $1, $2, $3, $4, $5, $6, $7, nullif(coalesce(r.clock_cell, $7), $1), ${columns.map((column) => `r.${column}`).join(', ')}
     from jsonb_populate_record(null::kernel.matter, $8::jsonb) as r
     on conflict (cell_id, id) do update set path = excluded.path, host_unit_id = excluded.host_unit_id,
       owner_post_id = excluded.owner_post_id, referral_due = excluded.referral_due, moved_from_cell = excluded.moved_from_cell,
       moved_to_cell = null, clock_cell = excluded.clock_cell, ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [place.cell, id, place.path, unit, owner, referralDue, cell, JSON.stringify(spine)],
  )
  tx.runWithNext(
    `insert into kernel.post_cell (post_id, cell_id)
     select p.id, $1::integer from kernel.post p where p.id = $2 and p.cell_id <> $1 on conflict do nothing`,
    [place.cell, owner],
  )
  // What stayed here as a trace is read from the new place too.
  tx.runWithNext('select kernel.follow_matters($1, $2, $3)', [place.cell, [id], place.path])
  for (const table of tables) {
    const resealed = []
    for (const row of rows.get(table.name) ?? [])
      resealed.push(await sealedAnew(services, table.name, { from: cell, to: place.cell, matter: id }, row))
    const { name, key, renewed } = table
    const own = namesOf(table.columns)
    const taken = renewed.map((column) => `${column} = excluded.${column}`).join(', ')
    await tx.run(
      `insert into kernel.${name} (cell_id, matter_id, path, ${own.join(', ')})
       select $1, $2, $3, ${own.map((column) => `r.${column}`).join(', ')}
       from jsonb_populate_recordset(null::kernel.${name}, $4::jsonb) as r
       on conflict (cell_id, matter_id, ${key}) do ${taken === '' ? 'nothing' : `update set ${taken}`}`,
      [place.cell, id, place.path, JSON.stringify(resealed)],
    )
  }
}

/** Leaves a trace in the old cell, whose place is open: it says where the matter is. */
export async function leaveTrace(tx: Tx, { cell, id }: Matter, to: number, now: Date): Promise<void> {
  await tx.run(
    `update kernel.matter set moved_to_cell = $3, moved_from_cell = null, ended_at = coalesce(ended_at, $4), waits = false,
       referral_due = null where cell_id = $1 and id = $2`,
    [cell, id, to, now],
  )
}

const namesOf = (columns: string) => columns.split(/,\s*/)

type Way = { readonly from: number; readonly to: number; readonly matter: string }

/** Whatever is sealed stands under the key of its new cell; so does the content of an attachment. */
async function sealedAnew(services: Services, table: string, { from, to, matter }: Way, row: Row): Promise<Row> {
  if (table === 'matter_attachment') {
    const id = String(row['id'])
    const bytes = await getAttachment(services, { cell: from, matter, id })
    await putAttachment(services, { cell: to, matter, id }, bytes)
  }
  if (table !== 'matter_form' && table !== 'matter_comment') return row
  const place = { table: `kernel.${table}`, matter, row: String(row['id'] ?? row['version']) } as const
  const words = await openWords(services, { cell: from, ...place }, bytesOf(row['sealed']))
  const sealed = await sealWords(services, { cell: to, ...place }, words)
  return { ...row, sealed: `\\x${sealed.toString('hex')}` }
}

/** Bytes as PostgreSQL writes them into JSON. */
function bytesOf(value: unknown): Buffer {
  return Buffer.from(String(value).slice(2), 'hex')
}
