import { civilDay } from '@gongqiao/calendar'
import { maskIdentityNumber, maskPhone } from '@gongqiao/codes'
import { openField, sealField } from '@gongqiao/kernel/crypto/field.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { sendText } from '@gongqiao/kernel/messages/outgoing.ts'
import type { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { fill, type Language } from '@gongqiao/kernel/shared/texts.ts'
import { phoneTexts } from './phone-texts.ts'
import { type CheckedPerson, identityText } from './rules.ts'
import { phoneCodeRefusal, takePhoneCode } from './sign-in.ts'

/*
 * Changes to persons that other modules' acts need. The scope of the cell is open; permission was asked by the act.
 */

/** Where one person's row is. */
export type PersonKey = { readonly cell: number; readonly person: string }

const fieldPlace = ({ cell, person }: PersonKey, column: string) => ({
  cell,
  table: 'people.person',
  column,
  id: person,
})

/**
 * Claims identity numbers for persons about to become members. A number another member holds is not claimed (MEM-13).
 *
 * @returns the persons whose number is theirs now, or was already
 */
export async function claimIdentities(
  tx: Tx,
  cell: number,
  claims: readonly { readonly person: string; readonly identity: Buffer }[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.many<{ person: string }>(
    `with tried as (
       insert into people.identity_directory (digest, cell_id, person_id, phone_digest)
       select t.digest, $1, t.person, p.phone_digest from unnest($2::bytea[], $3::uuid[]) as t (digest, person)
       left join people.person p on p.cell_id = $1 and p.id = t.person
       on conflict (digest) do nothing returning person_id
     )
     select person_id as person from tried
     union
     select person_id from people.identity_directory where digest = any($2::bytea[]) and person_id = any($3::uuid[])`,
    [cell, claims.map((claim) => claim.identity), claims.map((claim) => claim.person)],
  )
  return new Set(rows.map((row) => row.person))
}

/** Writes what a person typed anew over their record: name, document, sex, birth date. */
export async function mendPerson(tx: Tx, services: Services, key: PersonKey, person: CheckedPerson): Promise<void> {
  const dataKey = await services.keyring.dataKey(key.cell)
  const verified = await services.verifyIdentity(person.identityKind, person.identityNumber, person.name)
  await tx.run(
    `update people.person set name = $3, sex = $4, birth_date = $5, identity_kind = $6, identity_cipher = $7,
       identity_digest = $8, identity_mask = $9, verification = $10 where cell_id = $1 and id = $2`,
    [
      key.cell,
      key.person,
      person.name,
      person.sex,
      person.birthDate,
      person.identityKind,
      sealField(dataKey, fieldPlace(key, 'identity_cipher'), person.identityNumber),
      services.keyring.digest('identity', identityText(person.identityKind, person.identityNumber)),
      maskIdentityNumber(person.identityNumber),
      verified,
    ],
  )
}

/** Leaves a tombstone where somebody moved away from: name and dates stay, contacts go, sessions end. */
export async function leaveCell(tx: Tx, key: PersonKey, account: string, today: string, now: Date): Promise<void> {
  await tx.run(
    `with ended as (
       update people.session set ended_at = $3 where cell_id = $1 and account_id = $4 and ended_at is null
     )
     update people.person set gone_on = $5, account_id = null, phone_digest = null, phone_cipher = null, phone_mask = null
     where cell_id = $1 and id = $2`,
    [key.cell, key.person, now, account, today],
  )
}

/** A person the network knows, entering a cell (again) with what they typed now. */
export type Entering = {
  readonly key: PersonKey
  readonly path: string
  readonly account: string
  readonly person: CheckedPerson
  readonly phone: string
  readonly notice: string
}

/** Writes a known person's record in a cell: new there, or over the one that stands there. The phone's directory follows. */
export async function enterAgain(tx: Tx, services: Services, entering: Entering, now: Date): Promise<void> {
  const { key, path, account, phone, notice } = entering
  const { cell } = key
  await writePerson(tx, services, entering, now)
  const digest = services.keyring.digest('phone', phone)
  await tx.run(
    `with placed as (
       insert into people.person_cell (person_id, cell_id) values ($3, $1) on conflict do nothing
     ), reachable as (
       update people.phone_directory set cell_id = $1 where digest = $6
     ), agreed as (
       insert into people.consent (cell_id, id, person_id, purpose, version, channel, at)
       values ($1, $7, $3, 'joining', $9, 'self', $5), ($1, $8, $3, 'identity_number', $9, 'self', $5)
     )
     insert into people.account (cell_id, id, path, person_id, created_at) values ($1, $2, $4, $3, $5)
     on conflict (cell_id, id) do update set path = excluded.path`,
    [cell, account, key.person, path, now, digest, newId(now.getTime()), newId(now.getTime()), notice],
  )
}

/** Writes a known person's own row in a cell: new there, or over the one that stands there. */
async function writePerson(
  tx: Tx,
  services: Services,
  { key, path, account, person, phone }: Omit<Entering, 'notice'>,
  now: Date,
): Promise<void> {
  const { cell } = key
  const { keyring } = services
  const dataKey = await keyring.dataKey(cell)
  const verified = await services.verifyIdentity(person.identityKind, person.identityNumber, person.name)
  const digest = keyring.digest('phone', phone)
  await tx.run(
    `insert into people.person (cell_id, id, path, account_id, name, sex, birth_date, identity_kind, identity_cipher,
       identity_digest, identity_mask, phone_cipher, phone_digest, phone_mask, verification, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (cell_id, id) do update set path = excluded.path, account_id = excluded.account_id, name = excluded.name,
       sex = excluded.sex, birth_date = excluded.birth_date, identity_kind = excluded.identity_kind,
       identity_cipher = excluded.identity_cipher, identity_digest = excluded.identity_digest,
       identity_mask = excluded.identity_mask, phone_cipher = excluded.phone_cipher, phone_digest = excluded.phone_digest,
       phone_mask = excluded.phone_mask, verification = excluded.verification, gone_on = null`,
    [
      cell,
      key.person,
      path,
      account,
      person.name,
      person.sex,
      person.birthDate,
      person.identityKind,
      sealField(dataKey, fieldPlace(key, 'identity_cipher'), person.identityNumber),
      keyring.digest('identity', identityText(person.identityKind, person.identityNumber)),
      maskIdentityNumber(person.identityNumber),
      sealField(dataKey, fieldPlace(key, 'phone_cipher'), phone),
      digest,
      maskPhone(phone),
      verified,
      now,
    ],
  )
}

/** A person's record, opened to be written in another place; never for an answer. */
export async function openRecord(
  tx: Tx,
  services: Services,
  key: PersonKey,
): Promise<{ readonly person: CheckedPerson; readonly phone: string }> {
  const row = await tx.one<Omit<CheckedPerson, 'identityNumber'> & { identity: Buffer; phone: Buffer | null }>(
    `select name, sex, birth_date as "birthDate", identity_kind as "identityKind", identity_cipher as identity, phone_cipher as phone
     from people.person where cell_id = $1 and id = $2`,
    [key.cell, key.person],
  )
  if (!row.phone) throw new Error('whoever is signed in has a phone on their record')
  const { keyring } = services
  await keyring.dataKey(key.cell)
  const open = (column: string, cipher: Buffer) =>
    openField((at, id) => keyring.resolve(at, id), fieldPlace(key, column), cipher)
  const { identity, phone, ...shown } = row
  return {
    person: { ...shown, identityNumber: open('identity_cipher', identity) },
    phone: open('phone_cipher', phone),
  }
}

/**
 * Writes a known person's record in a cell in place of one that stands there for them, of which a tombstone is left. Their
 * consents stand already.
 */
export async function adoptPerson(
  tx: Tx,
  services: Services,
  entering: Omit<Entering, 'notice'>,
  instead: string,
  now: Date,
): Promise<void> {
  await writePerson(tx, services, entering, now)
  await tx.run(
    `with placed as (
       insert into people.person_cell (person_id, cell_id) values ($3, $1) on conflict do nothing
     ), reachable as (
       update people.phone_directory set cell_id = $1 where digest = $6
     ), replaced as (
       update people.person set gone_on = $8, phone_digest = null, phone_cipher = null, phone_mask = null
       where cell_id = $1 and id = $7
     )
     insert into people.account (cell_id, id, path, person_id, created_at) values ($1, $2, $4, $3, $5)
     on conflict (cell_id, id) do update set path = excluded.path`,
    [
      entering.key.cell,
      entering.account,
      entering.key.person,
      entering.path,
      now,
      services.keyring.digest('phone', entering.phone),
      instead,
      civilDay(now),
    ],
  )
}

/** Binds an account to a member whose phone on the roll has just been proved: they claim their record. */
export async function bindAccount(tx: Tx, key: PersonKey, path: string, phone: Buffer, now: Date): Promise<string> {
  const account = key.person
  await tx.run(
    `with bound as (
       insert into people.account (cell_id, id, path, person_id, created_at) values ($1, $2, $3, $2, $4)
     ), reachable as (
       insert into people.phone_directory (digest, cell_id, account_id) values ($5, $1, $2)
     )
     update people.person set account_id = $2 where cell_id = $1 and id = $2`,
    [key.cell, account, path, now, phone],
  )
  return account
}

/**
 * Lets a member's old number go and holds another in its place. Changes nothing where another member holds it (MEM-13).
 *
 * @returns whether the number is theirs now
 */
export async function changeNumber(tx: Tx, key: PersonKey, identity: Buffer): Promise<boolean> {
  const { digest: before } = await tx.one<{ digest: Buffer }>(
    'select identity_digest as digest from people.person where cell_id = $1 and id = $2 for update',
    [key.cell, key.person],
  )
  const held = await claimIdentities(tx, key.cell, [{ person: key.person, identity }])
  if (!held.has(key.person)) return false
  if (!before.equals(identity)) {
    await tx.run('delete from people.identity_directory where digest = $1 and person_id = $2', [before, key.person])
  }
  return true
}

/** Keeps that somebody the network knows agreed anew to the notice and to the use of their number (PI-03, PI-09). */
export async function agreeAgain(tx: Tx, { cell, person }: PersonKey, notice: string, now: Date): Promise<void> {
  const ms = now.getTime()
  await tx.run(
    `insert into people.consent (cell_id, id, person_id, purpose, version, channel, at)
     values ($1, $3, $2, 'joining', $5, 'self', $6), ($1, $4, $2, 'identity_number', $5, 'self', $6)`,
    [cell, person, newId(ms), newId(ms), notice, now],
  )
}

const bindFreePhone =
  'insert into people.phone_directory (digest, cell_id, account_id) values ($1, $2, $3) on conflict (digest) do nothing'
const takePhone = `insert into people.phone_directory (digest, cell_id, account_id) values ($1, $2, $3)
  on conflict (digest) do update set cell_id = excluded.cell_id, account_id = excluded.account_id`

/**
 * Gives a person another phone: old sessions end and the old number is told.
 *
 * Whoever proved the phone by its code holds it now. Without that it is bound only where nobody has it, and nothing is
 * said either way: what belongs to somebody else is not this window's to learn.
 */
export async function givePhone(
  tx: Tx,
  services: Services,
  key: PersonKey,
  path: string,
  phone: string,
  proved: boolean,
  language: Language,
  now: Date,
): Promise<void> {
  const { cell, person } = key
  const { keyring } = services
  const before = await tx.one<{ account: string | null; cipher: Buffer | null; digest: Buffer | null }>(
    `select account_id as account, phone_cipher as cipher, phone_digest as digest from people.person
     where cell_id = $1 and id = $2 for update`,
    [cell, person],
  )
  const account = before.account ?? person
  const digest = keyring.digest('phone', phone)
  await tx.run(
    'insert into people.account (cell_id, id, path, person_id, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [cell, account, path, person, now],
  )
  await tx.run('delete from people.phone_directory where digest = $1 and account_id = $2', [before.digest, account])
  await tx.run(proved ? takePhone : bindFreePhone, [digest, cell, account])
  const dataKey = await keyring.dataKey(cell)
  const place = fieldPlace(key, 'phone_cipher')
  await tx.run(
    `with ended as (
       update people.session set ended_at = $3 where cell_id = $1 and account_id = $4 and ended_at is null
     )
     update people.person set account_id = $4, phone_cipher = $5, phone_digest = $6, phone_mask = $7
     where cell_id = $1 and id = $2`,
    [cell, person, now, account, sealField(dataKey, place, phone), digest, maskPhone(phone)],
  )
  if (before.cipher) {
    const old = openField((at, id) => keyring.resolve(at, id), place, before.cipher)
    await sendText(tx, services, old, fill(phoneTexts(language).changed, { brand: services.brand }), now)
  }
}

/** Tells whether no account has a phone, by its digest. */
export async function phoneIsFree(tx: Tx, phone: Buffer): Promise<boolean> {
  return (await tx.run('select from people.phone_directory where digest = $1', [phone])) === 0
}

/** The phone a person is reached by, opened, or undefined. For texting it and proving it; never for an answer. */
async function phoneOf(tx: Tx, services: Services, key: PersonKey): Promise<string | undefined> {
  const row = await tx.maybe<{ cipher: Buffer | null }>(
    'select phone_cipher as cipher from people.person where cell_id = $1 and id = $2',
    [key.cell, key.person],
  )
  if (!row?.cipher) return undefined
  const { keyring } = services
  await keyring.dataKey(key.cell)
  return openField((at, id) => keyring.resolve(at, id), fieldPlace(key, 'phone_cipher'), row.cipher)
}

/** Sends a text to the phone on a person's record. Tells whether there is one. */
export async function textPerson(
  tx: Tx,
  services: Services,
  key: PersonKey,
  text: string,
  now: Date,
): Promise<boolean> {
  const phone = await phoneOf(tx, services, key)
  if (phone === undefined) return false
  await sendText(tx, services, phone, text, now)
  return true
}

/** Checks a code sent to the phone on a person's record: undefined when it was right, else the refusal to answer with. */
export async function proveOwnPhone(
  tx: Tx,
  services: Services,
  key: PersonKey,
  code: string,
  now: Date,
): Promise<Refusal | undefined> {
  const phone = await phoneOf(tx, services, key)
  return phone === undefined ? phoneCodeRefusal(0) : takePhoneCode(tx, services, phone, code, now)
}
