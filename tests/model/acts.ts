import type { TSchema } from 'typebox'
import { type Actor, type ActorKind, systemActor } from '../../kernel/command/actor.ts'
import type { Command } from '../../kernel/command/command.ts'
import { perform } from '../../kernel/command/perform.ts'
import { reactAll } from '../../kernel/facts/reaction.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Services } from '../../kernel/services.ts'
import { confirmApplication } from '../../modules/membership/commands/confirm-application.ts'
import { noticeVersion, submitApplication } from '../../modules/membership/index.ts'
import { announceResignation } from '../../modules/membership/life/commands/announce-resignation.ts'
import { recordDeath } from '../../modules/membership/life/commands/record-death.ts'
import { resign } from '../../modules/membership/life/commands/resign.ts'
import { resumeMember } from '../../modules/membership/life/commands/resume-member.ts'
import { retainMember } from '../../modules/membership/life/commands/retain-member.ts'
import { moveUnitMembers } from '../../modules/membership/moving/commands/move-unit-members.ts'
import { membershipReactions } from '../../modules/membership/reactions.ts'
import { acceptTransfer } from '../../modules/membership/transfer/commands/accept-transfer.ts'
import { askTransfer } from '../../modules/membership/transfer/commands/ask-transfer.ts'
import { decideTransfer } from '../../modules/membership/transfer/commands/decide-transfer.ts'
import { declineTransfer } from '../../modules/membership/transfer/commands/decline-transfer.ts'
import { dropObjection } from '../../modules/membership/transfer/commands/drop-objection.ts'
import { lapseIncoming, lapseTransfer } from '../../modules/membership/transfer/commands/lapse-transfer.ts'
import { letTransferGo } from '../../modules/membership/transfer/commands/let-transfer-go.ts'
import { objectToTransfer } from '../../modules/membership/transfer/commands/object-to-transfer.ts'
import { withdrawTransfer } from '../../modules/membership/transfer/commands/withdraw-transfer.ts'
import { approveChange } from '../../modules/organization/life/commands/approve-change.ts'
import { proposeChange } from '../../modules/organization/life/commands/propose-change.ts'
import { whoseSession } from '../../modules/people/index.ts'
import { papers } from './unions.ts'
import { lookAt, type Person, type Seen, type Standing, selfOf, type World } from './world.ts'

/** What becomes of unions, and what follows from it. */
const ofUnions = ['merge', 'split', 'dissolve', 'close', 'follow', 'follow', 'empty'] as const
/** What makes sense of somebody who applies, who belongs, and who is on their way; what is done more often stands twice. */
const chances = {
  applies: ['confirm', 'confirm', 'join', ...ofUnions],
  belongs: ['ask', 'ask', 'ask', 'ask', 'ask', 'retain', 'resume', 'join', 'resign', 'die', ...ofUnions],
  moves: [
    ...['accept', 'accept', 'let_go', 'let_go', 'silence', 'silence', 'object', 'object', 'overrule', 'uphold'],
    ...['drop', 'withdraw', 'decline', 'ask', 'retain', 'resume', 'resign', 'die', ...ofUnions],
  ],
  left: ['join', 'follow', 'follow'],
} as const
type Act = (typeof chances)[keyof typeof chances][number]

/** Every act that the model plays. */
export const allActs: readonly Act[] = [...new Set(Object.values(chances).flat())].sort()

/** One act: of whom, which of those that make sense for them, and to which union; so that a run can be played again. */
export type Move = { readonly who: number; readonly act: number; readonly unit: number }

/** What an act is, and what it does on a connection of its own. */
export type Prepared = { readonly name: string; readonly work: (services: Services) => Promise<unknown> }

const why = '经办人核实过的事实和理由，写在这里'
const system = systemActor('model')
/** Days later: whoever was asked has been silent. */
const later = () => new Date('2026-04-01T09:00:00+08:00')

/** Prepares an act by how things stand now; what it finds out may be old when its statements are sent. */
export async function prepared(world: World, { act, who, unit }: Move): Promise<Prepared | undefined> {
  const index = who % world.people.length
  const person = world.people[index]
  const unions = await world.unions()
  const to = unions[unit % unions.length]
  if (!person || !to) return undefined
  const seen = await lookAt(world, person.actor.person)
  const standing = !seen
    ? 'left'
    : seen.status === 'provisional'
      ? 'applies'
      : seen.transfer === null
        ? 'belongs'
        : 'moves'
  const chosen: Act = chances[standing][act % chances[standing].length] ?? 'follow'
  const about: About = { world, person, to, own: unions.find(({ id }) => id === seen?.unit) }
  const work = await (workOfUnion(about, chosen, seen) ?? (seen && workOf(about, chosen, seen)))
  return work && { name: `${chosen} ${index}→${to.name}`, work }
}

type About = {
  readonly world: World
  readonly person: Person
  readonly to: Standing
  /** The union of theirs, where it is one of those that something may become of. */
  readonly own: Standing | undefined
}
type Work = Prepared['work']

const does =
  <I extends TSchema, O extends TSchema, K extends ActorKind>(
    command: Command<I, O, K>,
    actor: Actor,
    input: unknown,
  ) =>
  (services: Services) =>
    perform(services, actor, command, input)

/** What is done to one person's membership. */
async function workOf(
  { world, person, to }: About,
  act: Act,
  { cell, membership, transfer, application, toCell, incoming }: Seen,
): Promise<Work | undefined> {
  const { house, officer } = world
  const out = transfer === null ? undefined : { cell, matter: transfer }
  const into = incoming === null || toCell === null ? undefined : { cell: toCell, matter: incoming }
  const today = house.now().toISOString().slice(0, 10)
  switch (act) {
    case 'confirm':
      return application === null
        ? undefined
        : does(confirmApplication, officer, { cell, matter: application, decidedOn: today })
    case 'ask':
      return does(askTransfer, await selfOf(world, person), { unit: to.id })
    case 'accept':
      return into && does(acceptTransfer, officer, into)
    case 'decline':
      return into && does(declineTransfer, officer, { ...into, reason: 'not_working_here' })
    case 'let_go':
      return out && does(letTransferGo, officer, out)
    case 'object':
      return out && does(objectToTransfer, officer, { ...out, reason: 'identity_disputed', note: why })
    case 'drop':
      return out && does(dropObjection, officer, out)
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
      return out && does(withdrawTransfer, await selfOf(world, person), out)
    case 'retain':
      return does(retainMember, officer, { cell, membership, reason: 'retired', on: today })
    case 'resume':
      return does(resumeMember, officer, { cell, membership, on: today })
    case 'die':
      return does(recordDeath, officer, { cell, membership, on: today })
    case 'resign': {
      const self = await selfOf(world, person)
      return async (services) => {
        const { answer } = await perform(services, self, resign, { cell, membership })
        await perform(services, officer, announceResignation, { cell, matter: answer.matter, on: today })
      }
    }
    default:
      return undefined
  }
}

/** What becomes of unions, and who joins them; undefined for every other act. */
function workOfUnion(
  { world, to, own }: About,
  act: Act,
  seen: Seen | undefined,
): Promise<Work | undefined> | undefined {
  const { house, officer } = world
  const changes = (unit: Standing, kind: string, more: object) => async (services: Services) => {
    const wish = { unit: unit.id, kind, ...papers, ...more }
    const { answer } = await perform(services, officer, proposeChange, wish)
    const { cell, matter } = answer
    await perform(services, officer, approveChange, { cell, matter, document: '工〔2026〕9号' })
  }
  switch (act) {
    case 'join':
      return joins(world, to)
    case 'follow':
      return Promise.resolve(follows(world))
    case 'merge':
      return Promise.resolve(own && changes(own, 'merge', { into: to.id }))
    case 'dissolve':
      return Promise.resolve(own && changes(own, 'dissolve', {}))
    case 'close':
      return Promise.resolve(own && changes(own, 'close', { members: 'retain' }))
    case 'split':
      return splits()
    case 'empty':
      return Promise.resolve(
        own && own.id !== to.id
          ? does(moveUnitMembers, system, { cell: own.cell, from: own.id, into: to.id })
          : undefined,
      )
    default:
      return undefined
  }

  async function splits(): Promise<Work | undefined> {
    if (!own || !seen) return undefined
    const [made] = await house.rows('select count(*)::int as n from organization.unit where starts_with(name, $1)', [
      own.name,
    ])
    const name = `${own.name}分${made?.['n']}`
    return changes(own, 'split', { parts: [{ name, people: [seen.membership] }] })
  }
}

/** Somebody new applies by the code of a union, with a phone of their own; they are of the world from then on. */
async function joins(world: World, to: Standing): Promise<Work | undefined> {
  const { house, codes, people } = world
  const code = codes[to.name.length % codes.length]
  const { phone, ...typed } = house.stranger()
  const phoneCode = await house.phoneCode(phone)
  const consents = { notice: noticeVersion, sensitive: true }
  const form = { code, ...typed, identityKind: 'resident_card', phone, phoneCode, consents }
  return async (services) => {
    const { cookie } = await perform(services, house.anyone(), submitApplication, form)
    const token = cookie?.value ?? ''
    const who = await whoseSession(house.services, token)
    if (!who) throw new Error('whoever joins is signed in')
    const actor = { kind: 'person', language: 'zh', keyOwner: who.account, ...who } as const
    people.push({ actor, cookie: `session=${token}`, name: typed.name })
  }
}

/** Whatever follows from facts so far, as the process would that takes them up; one that stops goes on where it was. */
function follows({ house }: World): Work {
  return async (services) => {
    const mistakes: unknown[] = []
    try {
      await reactAll(house.jobPool, membershipReactions(services), (error) => mistakes.push(error))
    } catch (error) {
      throw mistakes.find((mistake) => !(mistake instanceof Refusal)) ?? mistakes[0] ?? error
    }
  }
}
