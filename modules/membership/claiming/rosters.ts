import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'

/** Where a roster names somebody: the row that is listed there. */
export type Roster = { readonly cell: number; readonly membership: string }

/**
 * Rosters that name the number `$n` with the phone `$m`, as a column of a statement that looks at many things at once: it
 * costs whoever is on none as much as whoever is.
 */
export const rostersColumn = (number: string, phone: string) =>
  `(select coalesce(json_agg(json_build_object('cell', l.cell_id, 'membership', l.membership_id) order by l.cell_id, l.membership_id), '[]')
    from membership.listed_directory l where l.digest = ${number} and l.phone_digest = ${phone}) as rosters`

/** A row of the roll that waits for its person 在册待认领. */
export type Listed = Roster & {
  readonly person: string
  readonly path: string
  readonly unit: string
  readonly name: string
  readonly identityMask: string
  readonly since: string | null
  readonly account: string | null
}

const listedColumns = `m.cell_id as cell, m.id as membership, m.person_id as person, m.path, m.unit_id as unit, m.name,
  m.identity_mask as "identityMask", m.since, p.account_id as account`

/** The listed rows of one cell by their ids, in the open scope. */
export async function listedRows(tx: Tx, cell: number, memberships: readonly string[]): Promise<Listed[]> {
  return tx.many<Listed>(
    `select ${listedColumns} from membership.membership m
     join people.open_person p on p.cell_id = m.cell_id and p.id = m.person_id
     where m.cell_id = $1 and m.id = any($2::uuid[]) and m.status = 'listed' order by m.id`,
    [cell, memberships],
  )
}

/** Locks one listed row, or gives undefined where it is none any more. */
export async function lockListed(tx: Tx, { cell, membership }: Roster): Promise<Listed | undefined> {
  const locked = await tx.run(
    `select from membership.membership where cell_id = $1 and id = $2 and status = 'listed' for update`,
    [cell, membership],
  )
  return locked === 0 ? undefined : (await listedRows(tx, cell, [membership]))[0]
}

/** Whose rosters are looked for: a person the network knows, by their record. */
export type Claimant = {
  readonly person: string
  readonly name: string
  readonly identity_digest: Buffer
  readonly phone_digest: Buffer | null
}

const find = hot(
  'membership.find_rosters',
  `select l.cell_id as cell, l.membership_id as membership, coalesce(l.phone_digest = $2, false) as phone,
     exists (select from people.identity_directory i where i.digest = $1 and i.person_id = $3) as holder
   from membership.listed_directory l where l.digest = $1 order by l.cell_id, l.membership_id limit 50`,
)

/**
 * The rosters that a person may answer for: those that name their number with their phone, and all that name it where
 * they hold it as a member. Somebody who only typed a number is shown none.
 */
export async function rostersOf(tx: Tx, claimant: Claimant): Promise<Roster[]> {
  const rows = await tx.many<Roster & { readonly phone: boolean; readonly holder: boolean }>(find, [
    claimant.identity_digest,
    claimant.phone_digest,
    claimant.person,
  ])
  return rows.filter((row) => row.phone || row.holder).map(({ cell, membership }) => ({ cell, membership }))
}

/** Tells whether a roster's row is this person's to answer: it has their name, and nobody else's account. */
export function isTheirs(listed: Listed, claimant: Pick<Claimant, 'person' | 'name'>): boolean {
  return listed.name === claimant.name && (listed.account === null || listed.person === claimant.person)
}
