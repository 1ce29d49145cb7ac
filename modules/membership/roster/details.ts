import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'

/** What a roster says beside the person (rulebook 4.3, minimum set). */
export type RosterDetail = {
  readonly membership: string
  readonly path: string
  readonly ethnicity: string | null
  readonly employment: string | null
  readonly change: number | null
}

const statement = hot(
  'membership.keep_roster_details',
  `insert into membership.roster_detail (cell_id, membership_id, path, ethnicity, employment, change_code)
   select $1, membership_id, path, ethnicity, employment, change_code
   from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::int[]) as d (membership_id, path, ethnicity, employment, change_code)
   on conflict (cell_id, membership_id) do update set path = excluded.path, ethnicity = excluded.ethnicity,
     employment = excluded.employment, change_code = excluded.change_code`,
)

/** Keeps what rosters say of rows of one cell; rows of which nothing is said and nothing was get none. */
export async function keepDetails(tx: Tx, cell: number, details: readonly RosterDetail[]): Promise<void> {
  const said = details.filter(
    ({ ethnicity, employment, change }) => ethnicity !== null || employment !== null || change !== null,
  )
  if (said.length === 0) return
  await tx.run(statement, [
    cell,
    said.map(({ membership }) => membership),
    said.map(({ path }) => path),
    said.map(({ ethnicity }) => ethnicity),
    said.map(({ employment }) => employment),
    said.map(({ change }) => change),
  ])
}

/** Puts back what stood there, empty values included. */
export async function putBackDetails(tx: Tx, cell: number, details: readonly RosterDetail[]): Promise<void> {
  await tx.run(
    `update membership.roster_detail r set path = d.path, ethnicity = d.ethnicity, employment = d.employment, change_code = d.change_code
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::int[]) as d (membership_id, path, ethnicity, employment, change_code)
     where r.cell_id = $1 and r.membership_id = d.membership_id`,
    [
      cell,
      details.map(({ membership }) => membership),
      details.map(({ path }) => path),
      details.map(({ ethnicity }) => ethnicity),
      details.map(({ employment }) => employment),
      details.map(({ change }) => change),
    ],
  )
}
