import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { cellsToWalk } from '../national-scans.ts'

/** Somebody on the roll of the clerk's scope, as a roster is compared with. */
export type RosterRecord = {
  readonly cell: number
  readonly membership: string
  readonly person: string
  readonly path: string
  readonly unit: string
  readonly name: string
  readonly status: 'listed' | 'active' | 'retained'
  readonly claimed: boolean
  readonly account: string | null
  readonly since: string | null
  readonly identity: Buffer
  readonly phone: Buffer | null
  readonly ethnicity: string | null
  readonly employment: string | null
  readonly change: number | null
  /** Lines of its history: one for whoever nothing has happened to. */
  readonly lines: number
}

const columns = `$1::int as cell, m.id as membership, m.person_id as person, m.path, m.unit_id as unit, m.name, m.status,
  m.claimed_at is not null as claimed, p.account_id as account, m.since, p.identity_digest as identity, p.phone_digest as phone,
  d.ethnicity, d.employment, d.change_code as change,
  (select count(*) from membership.membership_history h where h.cell_id = $1 and h.membership_id = m.id)::int as lines`

const byNumber = hot(
  'membership.roster_by_number',
  `select ${columns} from people.open_person p
   join membership.membership m on m.cell_id = $1 and m.person_id = p.id and m.status in ('listed', 'active', 'retained')
   left join membership.roster_detail d on d.cell_id = $1 and d.membership_id = m.id
   where p.cell_id = $1 and p.identity_digest = any($2::bytea[]) and p.gone_on is null
   order by m.applied_at, m.id`,
)

const byId = hot(
  'membership.roster_by_id',
  `select ${columns} from membership.membership m
   join people.open_person p on p.cell_id = $1 and p.id = m.person_id
   left join membership.roster_detail d on d.cell_id = $1 and d.membership_id = m.id
   where m.cell_id = $1 and m.id = any($2::uuid[]) and m.status in ('listed', 'active', 'retained')`,
)

/** The cells of a scope in which somebody may stand. */
export async function cellsOfScope(tx: Tx, range: PlaceRange): Promise<number[]> {
  return cellsToWalk(tx, range, range.cellLo)
}

/** Everybody of a scope who has one of these numbers, by its digest in hex. What lies outside the scope is not looked at. */
export async function recordsByNumber(
  tx: Tx,
  cells: readonly number[],
  digests: readonly Buffer[],
): Promise<Map<string, RosterRecord[]>> {
  const found: RosterRecord[] = []
  for (const cell of cells) found.push(...(await tx.many<RosterRecord>(byNumber, [cell, digests])))
  return Map.groupBy(found, ({ identity }) => identity.toString('hex'))
}

const denied = hot(
  'membership.roster_denied',
  `select encode(p.identity_digest, 'hex') as digest, m.unit_id as unit from membership.roster_report r
   join kernel.matter t on t.cell_id = $1 and t.id = r.matter_id and t.ended_at is null
   join membership.membership m on m.cell_id = $1 and m.id = r.membership_id and m.status = 'ended'
   join people.open_person p on p.cell_id = $1 and p.id = m.person_id
   where r.cell_id = $1 limit $2`,
)
const reportsAtMost = 10_000

/** Who has said that a roster names them wrongly, while that report is open: number's digest and union, as one text. */
export async function deniedRosters(tx: Tx, cells: readonly number[]): Promise<ReadonlySet<string>> {
  const found: { digest: string; unit: string }[] = []
  for (const cell of cells)
    found.push(...(await tx.many<{ digest: string; unit: string }>(denied, [cell, reportsAtMost])))
  return new Set(found.map(({ digest, unit }) => `${digest} ${unit}`))
}

/** Rows of the roll by their ids, in one cell. */
export async function recordsById(tx: Tx, cell: number, memberships: readonly string[]): Promise<RosterRecord[]> {
  return tx.many<RosterRecord>(byId, [cell, memberships])
}

/**
 * What stands in a row now, as a keyed digest: another one later says that somebody has touched it. Nothing can be read
 * from it.
 */
export function markOf(services: Services, record: Omit<RosterRecord, 'account'>): Buffer {
  const { cell, membership, path, unit, name, status, claimed, since, ethnicity, employment, change, lines } = record
  const text = JSON.stringify([
    ...[cell, membership, path, unit, name, status, claimed, since, ethnicity, employment, change, lines],
    ...[record.identity.toString('hex'), record.phone?.toString('hex') ?? null],
  ])
  return services.keyring.digest('import', text)
}
