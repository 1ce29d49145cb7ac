import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { type Place, subtreeOf } from '@gongqiao/kernel/shared/place.ts'

/** A row of the roll as an election needs it. */
export type RollPerson = {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly sex: 'male' | 'female' | 'unknown'
  readonly status: 'active' | 'listed' | 'retained' | 'provisional' | 'ended'
}

/** How many of one name are looked at before it is said that the name is not enough. */
const namesakesAtMost = 500

/**
 * How many may vote in a union and below it, and how many of them are women: members by the roll. Whoever is retained has
 * no vote, and whoever is not confirmed is no member yet.
 *
 * @see ELE-30, MEM-11, T-MEM-2
 */
export async function electorateOf(tx: Tx, place: Place): Promise<{ members: number; women: number }> {
  const { pathLo, pathHi } = subtreeOf(place)
  return tx.one(
    `select count(*)::int as members, (count(*) filter (where sex = 'female'))::int as women from membership.membership
     where cell_id = $1 and path >= $2 and path < $3 and status in ('active', 'listed')`,
    [place.cell, pathLo, pathHi],
  )
}

/** Rows of the roll by their ids, those that are in the open scope. */
export async function rollPeople(
  tx: Tx,
  cell: number,
  memberships: readonly string[],
): Promise<Map<string, RollPerson>> {
  const rows = await tx.many<RollPerson>(
    `select id, person_id as person, name, sex, status from membership.membership where cell_id = $1 and id = any($2::uuid[])`,
    [cell, memberships],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Rows of the roll of a union and below it by exact names; several for a name that several people have. */
export async function rollPeopleNamed(tx: Tx, place: Place, names: readonly string[]): Promise<RollPerson[]> {
  const { pathLo, pathHi } = subtreeOf(place)
  return tx.many<RollPerson>(
    `select id, person_id as person, name, sex, status from membership.membership
     where cell_id = $1 and path >= $2 and path < $3 and status <> 'ended' and name = any($4::text[]) order by id limit $5`,
    [place.cell, pathLo, pathHi, names, names.length + namesakesAtMost],
  )
}

/** The union somebody belongs to by their own record in a cell, or undefined; whoever is only listed has not said so. */
export function memberOf(
  tx: Tx,
  cell: number,
  person: string,
): Promise<{ readonly membership: string; readonly unit: string; readonly status: string } | undefined> {
  return tx.maybe(
    `select id as membership, unit_id as unit, status from membership.membership
     where cell_id = $1 and person_id = $2 and status not in ('listed', 'ended')`,
    [cell, person],
  )
}
