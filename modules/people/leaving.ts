import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { PersonKey } from './records.ts'

/*
 * What is let go when somebody leaves, or when a phone has another owner. The scope of the cell is open.
 */

/** Lets the identity number of somebody who is no member any more go: another application holds it anew (MEM-13). */
export async function letNumberGo(tx: Tx, { cell, person }: PersonKey): Promise<void> {
  const row = await tx.maybe<{ digest: Buffer }>(
    'select identity_digest as digest from people.person where cell_id = $1 and id = $2',
    [cell, person],
  )
  if (row)
    await tx.run('delete from people.identity_directory where digest = $1 and person_id = $2', [row.digest, person])
}

/**
 * Closes the record of somebody who died: nobody signs in to it, no message and no text reaches it, and its phone is free.
 * What it holds stays.
 *
 * @see rulebook MEM-43
 */
export async function closeRecord(tx: Tx, key: PersonKey, now: Date): Promise<void> {
  const row = await tx.maybe<{ account: string | null; phone: Buffer | null }>(
    'select account_id as account, phone_digest as phone from people.person where cell_id = $1 and id = $2 for update',
    [key.cell, key.person],
  )
  if (!row) return
  await letNumberGo(tx, key)
  await tx.run('delete from people.phone_directory where digest = $1 and account_id = $2', [row.phone, row.account])
  await tx.run(
    `with ended as (
       update people.session set ended_at = $3 where cell_id = $1 and account_id = $4 and ended_at is null
     )
     update people.person set account_id = null, phone_digest = null, phone_cipher = null, phone_mask = null
     where cell_id = $1 and id = $2`,
    [key.cell, key.person, now, row.account],
  )
}

/** An account by its place. */
export type AccountKey = { readonly cell: number; readonly account: string }

/** The account that a proven phone belongs to, by the phone's digest; undefined where it is free. */
export async function accountOfPhone(tx: Tx, phone: Buffer): Promise<AccountKey | undefined> {
  return tx.maybe<AccountKey>(
    'select cell_id as cell, account_id as account from people.phone_directory where digest = $1',
    [phone],
  )
}

/**
 * Takes a phone from the record that had it, since somebody else has proved that it is theirs now 号码易主: sessions there
 * end, and it is found by that phone no more. Nobody is called, and nothing of the record is told.
 *
 * @see rulebook 8.10; design 2.3
 */
export async function loosePhone(tx: Tx, { cell, account }: AccountKey, phone: Buffer, now: Date): Promise<void> {
  await tx.run('delete from people.phone_directory where digest = $1 and account_id = $2', [phone, account])
  await tx.run(
    `with ended as (
       update people.session set ended_at = $3 where cell_id = $1 and account_id = $2 and ended_at is null
     )
     update people.person set phone_digest = null, phone_cipher = null, phone_mask = null
     where cell_id = $1 and account_id = $2 and phone_digest = $4`,
    [cell, account, now, phone],
  )
}

/** Gives a person another name on their record, as their document has it. The cell's scope is open. */
export async function mendPersonName(tx: Tx, { cell, person }: PersonKey, name: string): Promise<void> {
  await tx.run('update people.person set name = $3 where cell_id = $1 and id = $2', [cell, person, name])
}

/** Puts a person's record and account at another place of their cell, as their membership stands there. */
export async function placePerson(tx: Tx, { cell, person }: PersonKey, path: string): Promise<void> {
  await tx.run(
    `with placed as (
       update people.account set path = $3 where cell_id = $1 and person_id = $2
     )
     update people.person set path = $3 where cell_id = $1 and id = $2`,
    [cell, person, path],
  )
}

/** The account and phone of a record, as they stood; sealed bytes in base64, for keeping. */
export type KeptContact = {
  readonly account: string | null
  readonly digest: string | null
  readonly cipher: string | null
  readonly mask: string | null
}

/** Reads what `giveContactBack` puts back. The cell's scope is open. */
export async function contactAsItStands(tx: Tx, { cell, person }: PersonKey): Promise<KeptContact> {
  return tx.one<KeptContact>(
    `select account_id as account, encode(phone_digest, 'base64') as digest, encode(phone_cipher, 'base64') as cipher,
       phone_mask as mask from people.person where cell_id = $1 and id = $2`,
    [cell, person],
  )
}

/** Gives a record its account back, and its phone where nobody else has proved it since. The cell's scope is open. */
export async function giveContactBack(tx: Tx, { cell, person }: PersonKey, kept: KeptContact): Promise<void> {
  const { account, digest, cipher, mask } = kept
  const isTheirs =
    digest === null ||
    account === null ||
    (await tx.run(
      `insert into people.phone_directory (digest, cell_id, account_id) values (decode($1, 'base64'), $2, $3)
       on conflict (digest) do nothing`,
      [digest, cell, account],
    )) === 1
  await tx.run('update people.person set account_id = $3 where cell_id = $1 and id = $2', [cell, person, account])
  if (!isTheirs || digest === null) return
  await tx.run(
    `update people.person set phone_digest = decode($3, 'base64'), phone_cipher = decode($4, 'base64'), phone_mask = $5
     where cell_id = $1 and id = $2`,
    [cell, person, digest, cipher, mask],
  )
}
