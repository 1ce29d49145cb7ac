import { openField, sealField } from '@gongqiao/kernel/crypto/field.ts'
import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import { type MovingMessages, messagesToMove, placeMessages } from '@gongqiao/kernel/messages/move-messages.ts'
import type { Services } from '@gongqiao/kernel/services.ts'

/*
 * Records of persons on their way from one cell to another, many at once. The caller opens the scope of each cell, and has
 * locked what the persons move for.
 */

/** A record as the row that stands in its cell: column names and values as JSON has them. */
type Row = { readonly id: string; readonly identity_cipher: string; readonly phone_cipher: string | null }
type Read = {
  readonly person: string
  readonly row: Row
  readonly account: string | null
  readonly account_row: object | null
  readonly sessions: readonly object[]
  readonly identity: Buffer
  readonly phone: Buffer | null
}

/** Records that have been read, sealed anew for the cell they move to. */
export type MovingRecords = {
  readonly people: readonly string[]
  readonly accounts: readonly string[]
  readonly rows: string
  readonly accountRows: string
  readonly sessionRows: string
  readonly sessions: number
  readonly identities: readonly Buffer[]
  readonly phones: readonly Buffer[]
  readonly messages: MovingMessages
}

const read = hot(
  'people.read_moving_records',
  `select p.id as person, to_jsonb(p) as row, p.account_id as account, to_jsonb(a) as account_row, p.identity_digest as identity,
     p.phone_digest as phone,
     (select coalesce(jsonb_agg(to_jsonb(s)), '[]') from people.session s
      where s.cell_id = $1 and s.account_id = p.account_id and s.ended_at is null and s.moved_to is null and s.expires_at > $3) as sessions
   from people.person p left join people.account a on a.cell_id = p.cell_id and a.id = p.account_id
   where p.cell_id = $1 and p.id = any($2::uuid[]) order by p.id for update of p`,
)

const bytes = (hex: string) => Buffer.from(hex.slice(2), 'hex')
const hex = (sealed: Buffer) => `\\x${sealed.toString('hex')}`

/** Reads whole records in their cell, whose scope is open, and seals them anew under the other cell's key. */
export async function recordsToMove(
  tx: Tx,
  services: Services,
  cell: number,
  into: number,
  people: readonly string[],
  now: Date,
): Promise<MovingRecords> {
  const found = await tx.many<Read>(read, [cell, people, now])
  if (found.length < people.length) throw new Error('a person who moves has a record in their cell')
  const { keyring } = services
  await keyring.dataKey(cell)
  const key = await keyring.dataKey(into)
  const anew = (id: string, column: string, sealed: string) => {
    const place = { table: 'people.person', column, id }
    const plain = openField((at, number) => keyring.resolve(at, number), { ...place, cell }, bytes(sealed))
    return hex(sealField(key, { ...place, cell: into }, plain))
  }
  const rows = found.map(({ row }) => ({
    ...row,
    identity_cipher: anew(row.id, 'identity_cipher', row.identity_cipher),
    phone_cipher: row.phone_cipher === null ? null : anew(row.id, 'phone_cipher', row.phone_cipher),
  }))
  const accounts = found.flatMap(({ account }) => account ?? [])
  const sessions = found.flatMap((one) => one.sessions)
  return {
    people: found.map(({ person }) => person),
    accounts,
    rows: JSON.stringify(rows),
    accountRows: JSON.stringify(found.flatMap(({ account_row }) => account_row ?? [])),
    sessionRows: JSON.stringify(sessions),
    sessions: sessions.length,
    identities: found.map(({ identity }) => identity),
    phones: found.flatMap(({ phone, account }) => (phone && account ? [phone] : [])),
    messages: await messagesToMove(tx, cell, accounts),
  }
}

const leave = hot(
  'people.leave_for_cell',
  `with led as (
     update people.session set moved_to = $3 where cell_id = $1 and account_id = any($4::uuid[]) and ended_at is null and moved_to is null
   )
   update people.person set gone_on = $5, account_id = null, phone_digest = null, phone_cipher = null, phone_mask = null
   where cell_id = $1 and id = any($2::uuid[])`,
)
const lead = hot(
  'people.lead_to_cell',
  `with numbers as (
     update people.identity_directory d set cell_id = $1 from unnest($2::bytea[], $3::uuid[]) as t (digest, person)
     where d.digest = t.digest and d.person_id = t.person
   ), phones as (
     update people.phone_directory set cell_id = $1 where digest = any($4::bytea[]) and account_id = any($5::uuid[])
   )
   insert into people.person_cell (person_id, cell_id) select person, $1 from unnest($3::uuid[]) as t (person) on conflict do nothing`,
)

/**
 * Leaves tombstones with name and dates in the cell, whose scope is open, and lets the directories and everybody who is
 * signed in lead to the other one. Travels with the next statement.
 */
export function leaveForCell(tx: Tx, cell: number, into: number, moving: MovingRecords, today: string): void {
  tx.runWithNext(leave, [cell, moving.people, into, moving.accounts, today])
  tx.runWithNext(lead, [into, moving.identities, moving.people, moving.phones, moving.accounts])
}

const columns = `account_id, name, sex, birth_date, identity_kind, identity_cipher, identity_digest, identity_mask, phone_cipher,
  phone_digest, phone_mask, verification, created_at`
const enter = hot(
  'people.enter_from_cell',
  `with records as (
     insert into people.person (cell_id, id, path, ${columns})
     select $1, r.id, $2, ${columns.replaceAll(/\w+/g, 'r.$&')} from jsonb_populate_recordset(null::people.person, $3::jsonb) r
     on conflict (cell_id, id) do update set path = excluded.path, gone_on = null,
       ${columns.replaceAll(/(\w+)/g, '$1 = excluded.$1')}
   )
   insert into people.account (cell_id, id, path, person_id, created_at)
   select $1, a.id, $2, a.person_id, a.created_at from jsonb_populate_recordset(null::people.account, $4::jsonb) a
   on conflict (cell_id, id) do update set path = excluded.path`,
)
const goOn = hot(
  'people.go_on_in_cell',
  `insert into people.session (cell_id, token_digest, account_id, created_at, expires_at)
   select $1, s.token_digest, s.account_id, s.created_at, s.expires_at from jsonb_populate_recordset(null::people.session, $2::jsonb) s
   on conflict (cell_id, token_digest) do update set moved_to = null, ended_at = null`,
)

/** Writes records that moved in the cell they came to, whose scope is open: new there, or over their own tombstones. */
export async function enterFromCell(tx: Tx, into: number, path: string, moving: MovingRecords): Promise<void> {
  placeMessages(tx, into, moving.messages)
  if (moving.sessions > 0) tx.runWithNext(goOn, [into, moving.sessionRows])
  await tx.run(enter, [into, path, moving.rows, moving.accountRows])
}

/** Gives records of one cell another place in it. The cell's scope is open. Travels with the next statement. */
export function placeRecords(tx: Tx, cell: number, people: readonly string[], path: string): void {
  tx.runWithNext(
    hot(
      'people.place_records',
      `with accounts as (update people.account set path = $3 where cell_id = $1 and person_id = any($2::uuid[]))
       update people.person set path = $3 where cell_id = $1 and id = any($2::uuid[])`,
    ),
    [cell, people, path],
  )
}
