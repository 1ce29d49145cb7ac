import { maskPhone } from '@gongqiao/codes'
import { sealField } from '@gongqiao/kernel/crypto/field.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'

/*
 * Persons that only a roster names 在册待认领: without account, without a number held. The scope of the cell is open, and
 * the caller has made sure that nobody has claimed them.
 */

/** What a roster says anew of a person: another name, place or phone. */
export type ListedChange = {
  readonly id: string
  readonly path: string
  readonly name: string
  /** Normalised; null leaves the phone that is there. */
  readonly phone: string | null
}

/** Writes what a roster says anew over persons that nobody has claimed. */
export async function mendListed(
  tx: Tx,
  services: Services,
  cell: number,
  changes: readonly ListedChange[],
): Promise<void> {
  if (changes.length === 0) return
  const { keyring } = services
  const key = await keyring.dataKey(cell)
  const ofPhone = <V>(make: (phone: string, id: string) => V) =>
    changes.map(({ phone, id }) => (phone === null ? null : make(phone, id)))
  await tx.run(
    `update people.person p set path = c.path, name = c.name, phone_cipher = coalesce(c.cipher, p.phone_cipher),
       phone_digest = coalesce(c.digest, p.phone_digest), phone_mask = coalesce(c.mask, p.phone_mask)
     from unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::bytea[], $7::text[]) as c (id, path, name, cipher, digest, mask)
     where p.cell_id = $1 and p.id = c.id`,
    [
      cell,
      changes.map(({ id }) => id),
      changes.map(({ path }) => path),
      changes.map(({ name }) => name),
      ofPhone((phone, id) => sealField(key, { cell, table: 'people.person', column: 'phone_cipher', id }, phone)),
      ofPhone((phone) => keyring.digest('phone', phone)),
      ofPhone(maskPhone),
    ],
  )
}

/** What of a person a roster may change, as it stands; sealed bytes in base64, for keeping. */
export type ListedAsItStood = {
  readonly id: string
  readonly path: string
  readonly name: string
  readonly cipher: string | null
  readonly digest: string | null
  readonly mask: string | null
}

/** Reads what `restoreListed` puts back. */
export async function listedAsTheyStand(tx: Tx, cell: number, ids: readonly string[]): Promise<ListedAsItStood[]> {
  if (ids.length === 0) return []
  return tx.many<ListedAsItStood>(
    `select id, path, name, encode(phone_cipher, 'base64') as cipher, encode(phone_digest, 'base64') as digest, phone_mask as mask
     from people.person where cell_id = $1 and id = any($2::uuid[])`,
    [cell, ids],
  )
}

/** Puts back what a roster had changed. */
export async function restoreListed(tx: Tx, cell: number, before: readonly ListedAsItStood[]): Promise<void> {
  if (before.length === 0) return
  await tx.run(
    `update people.person p set path = b.path, name = b.name, phone_cipher = decode(b.cipher, 'base64'),
       phone_digest = decode(b.digest, 'base64'), phone_mask = b.mask
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) as b (id, path, name, cipher, digest, mask)
     where p.cell_id = $1 and p.id = b.id`,
    [
      cell,
      before.map(({ id }) => id),
      before.map(({ path }) => path),
      before.map(({ name }) => name),
      before.map(({ cipher }) => cipher),
      before.map(({ digest }) => digest),
      before.map(({ mask }) => mask),
    ],
  )
}

/** Takes persons back that a roster entered; whoever has an account or holds their number stays. */
export async function takeBackListed(tx: Tx, cell: number, ids: readonly string[]): Promise<void> {
  await tx.run('select people.take_back_listed($1, $2::uuid[])', [cell, ids])
}
