import type { TSchema } from 'typebox'
import type { PostActor } from '../../kernel/command/actor.ts'
import { type Actor, type ActorKind, systemActor } from '../../kernel/command/actor.ts'
import type { Command } from '../../kernel/command/command.ts'
import { perform } from '../../kernel/command/perform.ts'
import type { Services } from '../../kernel/services.ts'
import { confirmApplication } from '../../modules/membership/commands/confirm-application.ts'
import { resumeMember } from '../../modules/membership/life/commands/resume-member.ts'
import { retainMember } from '../../modules/membership/life/commands/retain-member.ts'
import { moveUnitMembers } from '../../modules/membership/moving/commands/move-unit-members.ts'
import { acceptTransfer } from '../../modules/membership/transfer/commands/accept-transfer.ts'
import { askTransfer } from '../../modules/membership/transfer/commands/ask-transfer.ts'
import { decideTransfer } from '../../modules/membership/transfer/commands/decide-transfer.ts'
import { declineTransfer } from '../../modules/membership/transfer/commands/decline-transfer.ts'
import { lapseIncoming, lapseTransfer } from '../../modules/membership/transfer/commands/lapse-transfer.ts'
import { letTransferGo } from '../../modules/membership/transfer/commands/let-transfer-go.ts'
import { objectToTransfer } from '../../modules/membership/transfer/commands/object-to-transfer.ts'
import { withdrawTransfer } from '../../modules/membership/transfer/commands/withdraw-transfer.ts'
import { whoseSession } from '../../modules/people/index.ts'
import type { Applicant, House } from '../house.ts'
import type { units } from '../planting.ts'

type SeedUnit = (typeof units)[keyof typeof units]

/** What makes sense of somebody who applies, who belongs, and who is on their way; what is done more often stands twice. */
const chances = {
  applies: ['confirm'],
  belongs: ['ask', 'ask', 'ask', 'retain', 'resume', 'merge'],
  moves: [
    ...['accept', 'accept', 'let_go', 'let_go', 'silence', 'silence', 'object', 'object'],
    ...['overrule', 'uphold', 'withdraw', 'decline', 'ask', 'retain', 'resume', 'merge'],
  ],
} as const
type Act = (typeof chances)[keyof typeof chances][number]

/** One act: of whom, which of those that make sense for them, and to which union; so that a run can be played again. */
export type Move = { readonly who: number; readonly act: number; readonly unit: number }

/** What an act is, and what it does on a connection of its own. */
export type Prepared = { readonly name: string; readonly work: (services: Services) => Promise<unknown> }

/** People and unions of one run. */
export type World = {
  readonly house: House
  readonly people: readonly Applicant[]
  /** Unions of several cells that people move between. */
  readonly unions: readonly SeedUnit[]
  /** An officer who may act for all of them. */
  readonly officer: PostActor
}

const why = '经办人核实过的事实和理由，写在这里'
const system = systemActor('model')

/** Plants a world: so many people who have applied at unions of several cells. */
export async function openWorld(house: House, people: number): Promise<World> {
  const { shop, cousinShop, neighbourShop, farShop } = house.units
  const unions = [shop, cousinShop, neighbourShop, farShop]
  const codes = await Promise.all(unions.map((unit) => house.code(unit)))
  const officer = await house.officer(house.units.nation)
  const applied: Applicant[] = []
  for (let n = 0; n < people; n++) {
    const unit = unions[n % unions.length]
    const code = codes[n % unions.length]
    if (!unit || code === undefined) continue
    const who = await house.applies({ unit, code })
    applied.push(who)
    // The last one is confirmed in the middle of it all.
    const matter = who.outcome.card?.matter?.id
    if (n < people - 1 && matter)
      await house.does(officer, confirmApplication, { cell: unit.cell, matter, decidedOn: '2026-03-02' })
  }
  return { house, people: applied, unions, officer }
}

type Seen = {
  readonly cell: number
  readonly membership: string
  readonly status: string
  readonly application: string | null
  readonly transfer: string | null
  readonly toCell: number | null
  readonly incoming: string | null
}

/** Where somebody stands as an act begins; what it finds out may be old when it is sent. */
async function lookAt({ house }: World, person: string): Promise<Seen | undefined> {
  const [row] = await house.rows(
    `select m.cell_id as cell, m.id as membership, m.status, a.matter_id as application, t.matter_id as transfer,
       t.to_cell as "toCell", t.incoming_id as incoming
     from membership.membership m
     left join membership.application a on a.cell_id = m.cell_id and a.membership_id = m.id and m.status = 'provisional'
     left join membership.transfer t on t.cell_id = m.cell_id and t.membership_id = m.id and t.ended_at is null
     where m.person_id = $1 and m.status not in ('listed', 'ended')`,
    [person],
  )
  return row as Seen | undefined
}

/** Prepares an act by how things stand now; what it finds out may be old when its statements are sent. */
export async function prepared(world: World, { act, who, unit }: Move): Promise<Prepared | undefined> {
  const { people, unions } = world
  const person = people[who % people.length]
  const to = unions[unit % unions.length]
  const seen = person && (await lookAt(world, person.actor.person))
  if (!person || !to || !seen) return undefined
  const standing = seen.status === 'provisional' ? 'applies' : seen.transfer === null ? 'belongs' : 'moves'
  const chosen: Act = chances[standing][act % chances[standing].length] ?? 'confirm'
  const work = await workOf(world, chosen, person, to, seen)
  return work && { name: `${chosen} ${who % people.length}→${to.name}`, work }
}

/** Days later: whoever was asked has been silent. */
const later = () => new Date('2026-04-01T09:00:00+08:00')

async function workOf(
  { house, unions, officer }: World,
  act: Act,
  person: Applicant,
  to: SeedUnit,
  { cell, membership, transfer, application, toCell, incoming }: Seen,
): Promise<Prepared['work'] | undefined> {
  const out = transfer === null ? undefined : { cell, matter: transfer }
  const into = incoming === null || toCell === null ? undefined : { cell: toCell, matter: incoming }
  const today = house.now().toISOString().slice(0, 10)
  const does =
    <I extends TSchema, O extends TSchema, K extends ActorKind>(
      command: Command<I, O, K>,
      actor: Actor,
      input: unknown,
    ) =>
    (services: Services): Promise<unknown> =>
      perform(services, actor, command, input)
  const self = async (): Promise<Actor> => {
    const now = await whoseSession(house.services, person.cookie.split('=')[1] ?? '')
    return { ...person.actor, ...now }
  }
  switch (act) {
    case 'confirm':
      return application === null
        ? undefined
        : does(confirmApplication, officer, { cell, matter: application, decidedOn: today })
    case 'ask':
      return does(askTransfer, await self(), { unit: to.id })
    case 'accept':
      return into && does(acceptTransfer, officer, into)
    case 'decline':
      return into && does(declineTransfer, officer, { ...into, reason: 'not_working_here' })
    case 'let_go':
      return out && does(letTransferGo, officer, out)
    case 'object':
      return out && does(objectToTransfer, officer, { ...out, reason: 'identity_disputed', note: why })
    case 'overrule':
    case 'uphold':
      return out && does(decideTransfer, officer, { ...out, decision: act, note: why })
    case 'silence': {
      if (!out || !into) return undefined
      const lapses = [does(lapseTransfer, system, out), does(lapseIncoming, system, into)]
      return async (services) => {
        for (const lapse of lapses) await lapse({ ...services, now: later })
      }
    }
    case 'withdraw':
      return out && does(withdrawTransfer, await self(), out)
    case 'retain':
      return does(retainMember, officer, { cell, membership, reason: 'retired', on: today })
    case 'resume':
      return does(resumeMember, officer, { cell, membership, on: today })
    case 'merge': {
      const from = unions.find((one) => one.cell === cell) ?? to
      if (from.id === to.id) return undefined
      return does(moveUnitMembers, system, { cell: from.cell, from: from.id, into: to.id })
    }
  }
}

/** What does not hold, in words; nothing when all does. Everything under way has ended. */
export async function faultsOf({ house, people }: World, confirmed: ReadonlySet<string>): Promise<string[]> {
  const faults: string[] = []
  const rows = await house.rows(
    `select person_id as person, count(*)::int as open,
       count(*) filter (where status in ('active', 'retained'))::int as member
     from membership.membership where status not in ('listed', 'ended') and person_id = any($1) group by person_id`,
    [people.map(({ actor }) => actor.person)],
  )
  const byPerson = new Map(rows.map((row) => [String(row['person']), row]))
  for (const { actor, name } of people) {
    const row = byPerson.get(actor.person)
    if (Number(row?.['open'] ?? 0) !== 1) faults.push(`${name} has ${row?.['open'] ?? 0} open memberships`)
    if (confirmed.has(actor.person) && Number(row?.['member'] ?? 0) !== 1)
      faults.push(`${name} was confirmed and is lost`)
  }
  const open = await house.rows(
    `select id, kind, state from kernel.matter where ended_at is null and (owner_post_id is null or due_on is null)`,
  )
  for (const { id, kind, state } of open) faults.push(`${kind} ${id} is ${state} without owner or clock`)
  const halves = await house.rows(
    `select t.matter_id as id, o.state as out, i.state as into from membership.transfer t
     join kernel.matter o on o.cell_id = t.cell_id and o.id = t.matter_id
     join kernel.matter i on i.cell_id = t.to_cell and i.id = t.incoming_id
     where (t.ended_at is null) <> (o.ended_at is null) or (o.ended_at is null) <> (i.ended_at is null)
       or (o.state = 'completed') <> (i.state = 'completed')`,
  )
  for (const { id, out, into } of halves) faults.push(`transfer ${id} is ${out} here and ${into} there`)
  return faults
}
