import { type Breach, type Invariant, inEachRow } from '@gongqiao/kernel/verify/invariant.ts'
import type { FoundingForm } from './machine.ts'
import { cellsOfCertificates, cellsOfEmployers, cellsOfFoundings } from './national-scans.ts'
import { isOneOfEmployer } from './one-union.ts'

type Seen = {
  readonly id: string
  readonly state: string
  readonly unit: string | null
  readonly unit_state: string | null
  readonly founded: boolean
  readonly there: boolean
  readonly asks_agree: boolean
  readonly level: string
  readonly form: FoundingForm
  readonly held: number
  readonly named: number
}

const foundings = `select f.matter_id as id, m.state, f.unit_id as unit, u.state as unit_state, u.founded_on is not null as founded,
    m.path = f.path and f.path = h.path as there,
    f.asks = (select count(*)::int from organization.founding_ask a where a.cell_id = $1 and a.matter_id = f.matter_id and a.withdrawn_at is null) as asks_agree,
    f.level, f.form,
    (select count(distinct e.credit_code)::int from organization.founding_employer e where e.cell_id = $1 and e.matter_id = f.matter_id) as named,
    (select count(*)::int from organization.founding_claim k where k.cell_id = $1 and k.matter_id = f.matter_id) as held
  from (select * from organization.founding where cell_id = $1 and matter_id > $2 order by matter_id limit $3) f
  join kernel.matter m on m.cell_id = $1 and m.id = f.matter_id
  join organization.unit h on h.id = m.host_unit_id
  left join organization.unit u on u.id = f.unit_id
  order by f.matter_id`

/** States in which nobody is elected yet, and in which the union stands. */
const inTheMaking = ['preparing', 'recruiting', 'election_planned', 'elected', 'result_reported']
const stands = ['approved', 'registered', 'finished']
const holdsEmployers = ['requested', ...inTheMaking]

function foundingBreach(row: Seen, cell: number): Breach | undefined {
  const words = faultOf(row)
  return words === undefined ? undefined : { row: `organization.founding (${cell}, ${row.id})`, words }
}

function faultOf(row: Seen): string | undefined {
  const { state, unit, unit_state: unitState, founded, there, asks_agree: agree } = row
  if (!there) return 'stands at another place than its matter or its union'
  if (!agree) return 'says another number of requests than there are'
  const holding = holdsEmployers.includes(state) && isOneOfEmployer(row)
  if (row.held !== (holding ? row.named : 0))
    return holding ? 'is for an employer that another founding has in hand' : 'holds an employer it has no more in hand'
  if (inTheMaking.includes(state))
    return unitState === 'founding' ? undefined : 'is under way without a union in founding'
  if (stands.includes(state)) {
    if (unit === null || unitState === 'founding') return 'is approved and its union is not founded'
    return founded ? undefined : 'is approved and its union has no day of founding'
  }
  return unitState === 'founding' ? 'has ended and its union is still in founding' : undefined
}

type Certified = {
  readonly id: string
  readonly live: number
  readonly granted: boolean
  readonly held: boolean
}

const certificates = `select c.id,
    (select count(*)::int from organization.certificate o where o.cell_id = $1 and o.unit_id = c.unit_id and o.ended_on is null) as live,
    exists (select from organization.registration r join kernel.matter m on m.cell_id = r.cell_id and m.id = r.matter_id
      where r.cell_id = $1 and r.unit_id = c.unit_id and m.state = 'granted') as granted,
    c.ended_on is not null or u.credit_code = c.credit_code as held
  from (select * from organization.certificate where cell_id = $1 and id > $2 order by id limit $3) c
  join organization.unit u on u.id = c.unit_id order by c.id`

function certificateBreach({ id, live, granted, held }: Certified, cell: number): Breach | undefined {
  const row = `organization.certificate (${cell}, ${id})`
  if (live > 1) return { row, words: 'is one of several of its union' }
  if (!granted) return { row, words: 'was issued without an application that was granted' }
  return held ? undefined : { row, words: 'names another credit code than its union has' }
}

type Covered = { readonly id: string; readonly unions: number }

const employers = `select e.id, (
      select count(distinct u.id)::int from organization.covered_unit c
      join organization.unit u on u.id = c.unit_id and u.level = 'grassroots' and u.state = 'active'
        and coalesce(u.org_form, 'single') <> 'catch_all'
      where c.cell_id = $1 and c.valid_to is null and c.employer_id in (
        select e.id union all
        select o.id from organization.employer o where o.cell_id = $1 and o.credit_code = e.credit_code and o.id <> e.id)
    ) as unions
  from (select id, credit_code from organization.employer where cell_id = $1 and id > $2 order by id limit $3) e
  order by e.id`

function employerBreach({ id, unions }: Covered, cell: number): Breach | undefined {
  if (unions <= 1) return undefined
  return { row: `organization.employer (${cell}, ${id})`, words: 'is covered by more than one union of members' }
}

/** What holds of foundings, of those they cover, and of certificates. */
export const foundingInvariants: readonly Invariant[] = [
  {
    name: 'organization.founding',
    words: 'a union is in founding exactly while its founding is under way',
    check: inEachRow<Seen>(cellsOfFoundings, foundings, foundingBreach),
  },
  {
    name: 'organization.one_union',
    words: 'an employer has one union of members at most in a county (ORG-07)',
    check: inEachRow<Covered>(cellsOfEmployers, employers, employerBreach),
  },
  {
    name: 'organization.certificate',
    words: 'a union has one certificate at most, granted and with its own credit code',
    check: inEachRow<Certified>(cellsOfCertificates, certificates, certificateBreach),
  },
]
