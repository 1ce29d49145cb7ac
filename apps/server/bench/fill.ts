import pg from 'pg'
import type { BenchCounty, BenchNation } from './nation.ts'

const membersACounty = 100_000

/** Pairs of characters that a handful of a county's members have in their names, and some that nobody has. */
export const rarePairs = ['龚䶮', '䶮㙍', '䶮𬭎', '䶮玥', '㙍㙍', '国王', '𬭎龚'] as const

/** What a county's members are made of: neighbours in the table belong to different unions, as those who join one by one do. */
const makeMembers = `
  create temporary table made as
  select n, uuidv7() as person, uuidv7() as membership, ($2::uuid[])[1 + n % $4] as unit, ($3::text[])[1 + n % $4] as path,
    case when n % 5000 = 0 then '龚䶮' || substr('㙍𬭎玥', 1 + n / 5000 % 3, 1)
      else substr('王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高', 1 + n % 20, 1) || substr('伟芳娜敏静丽强磊军洋', 1 + n / 20 % 10, 1)
        || substr('明华平刚桂英玉兰志国', 1 + n / 200 % 10, 1) end as name,
    case when n % 2 = 0 then 'female' else 'male' end as sex, date '1962-01-01' + (n::bigint * 7919 % 15000)::int as born,
    date '2005-01-01' + (n::bigint * 104729 % 7000)::int as since,
    sha256(('identity ' || $1::int || ' ' || n)::bytea) as number_digest, sha256(('phone ' || $1::int || ' ' || n)::bytea) as phone_digest,
    to_char($1::bigint * 1000000 + n, 'FM0000000000000000') as card,
    case when n % 10 < 6 then current_timestamp - make_interval(days => n * 31 % 480) end as claimed
  from generate_series(1, $5::int) as n`

/** The same rows that enrolling leaves, straight into the tables; sealed fields are as long as sealed ones. */
const fills = [
  `insert into people.person (cell_id, id, path, name, sex, birth_date, identity_kind, identity_cipher, identity_digest,
     identity_mask, phone_cipher, phone_digest, phone_mask, verification, created_at)
   select $1, person, path, name, sex, born, 'resident_card', number_digest || phone_digest || number_digest, number_digest,
     '44***************X', phone_digest || number_digest || phone_digest, phone_digest, '154****' || lpad((n % 10000)::text, 4, '0'), 'not_verified', since
   from made order by n`,
  `insert into membership.membership (cell_id, path, id, person_id, unit_id, name, name_bigrams, sex, birth_date, identity_mask,
     status, applied_at, since, card_number, claimed_at, affirmed_on, affirmed)
   select $1, path, membership, person, unit, name, array[substr(name, 1, 2), substr(name, 2, 2)], sex, born,
     '44***************X', 'active', since, since, card, claimed, claimed::date, coalesce(claimed > current_timestamp - interval '1 year', false)
   from made order by n`,
  `insert into membership.name_token (cell_id, token, path, membership_id)
   select $1, token, path, membership from made cross join lateral (values (substr(name, 1, 2)), (substr(name, 2, 2)), (substr(name, 3, 1))) as t (token)
   order by n`,
  `insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status, change_code)
   select $1, membership, 1, since, since, path, unit, 'active', 1 from made order by n`,
  `insert into membership.card (number, cell_id, membership_id) select card, $1, membership from made order by n`,
  `insert into people.person_cell (person_id, cell_id) select person, $1 from made order by n`,
  `insert into people.identity_directory (digest, cell_id, person_id, phone_digest) select number_digest, $1, person, phone_digest from made order by n`,
] as const

const filledTables = [
  'people.person',
  'membership.membership',
  'membership.name_token',
  'membership.membership_history',
  'membership.card',
  'people.person_cell',
  'people.identity_directory',
] as const

/**
 * Fills the roll of every county that is empty, then tells the planner about it.
 *
 * @param superuserUrl the installation's database, as a superuser
 */
export async function fillRoll(
  superuserUrl: string,
  nation: BenchNation,
  onProgress: (words: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    // References hold by how the rows are made; checking ten million of them would be most of the time.
    await client.query('set session_replication_role = replica')
    for (const [index, county] of nation.counties.entries()) {
      const { rowCount } = await client.query('select from membership.membership where cell_id = $1 limit 1', [
        county.cell,
      ])
      if (rowCount !== 0) continue
      onProgress(`members of county ${index + 1}/${nation.counties.length}`)
      await fillCounty(client, county)
      if (index === nation.counties.length - 1) {
        onProgress('statistics')
        for (const table of filledTables) await client.query(`vacuum analyze ${table}`)
      }
    }
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}

async function fillCounty(client: pg.Client, { cell, holders }: BenchCounty): Promise<void> {
  await client.query('begin')
  await client.query(makeMembers, [
    cell,
    holders.map((holder) => holder.id),
    holders.map((holder) => holder.path),
    holders.length,
    membersACounty,
  ])
  for (const fill of fills) await client.query(fill, [cell])
  await client.query('drop table made')
  await client.query('commit')
}
