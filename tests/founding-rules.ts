import type { PostActor } from '../kernel/command/actor.ts'
import { newId } from '../kernel/shared/ids.ts'
import { approveResult } from '../modules/organization/founding/commands/approve-result.ts'
import { askForUnion } from '../modules/organization/founding/commands/ask-for-union.ts'
import { beginFoundingAtDesk } from '../modules/organization/founding/commands/begin-founding.ts'
import { nameGroup } from '../modules/organization/founding/commands/name-group.ts'
import { planElection } from '../modules/organization/founding/commands/plan-election.ts'
import { recordElection } from '../modules/organization/founding/commands/record-election.ts'
import { replyToRequest } from '../modules/organization/founding/commands/reply-to-request.ts'
import { reportResult } from '../modules/organization/founding/commands/report-result.ts'
import { sealForm } from '../modules/organization/registration/record.ts'
import { makeCreditCode } from '../packages/codes/index.ts'
import type { There } from './neighbours.ts'
import { registrationForm } from './registration-form.ts'
import type { Asked, Kit, Row, Rule } from './route-row.ts'

const day = '2026-03-02'
const fields = { form: 'single', body: 'committee', membersExpected: 10, employers: [{ name: '路由厂' }] } as const
const people = ['leader', 'member', 'member'].map((post, index) => ({ name: `筹备${index}`, post }))
const plan = { body: 'committee', members: 40, womenMembers: 0, on: day }
const result = {
  ...{ electedOn: day, meeting: 'general', ballot: 'secret', members: 40, womenMembers: 0, expected: 40, present: 40 },
  ...{ issued: 40, returned: 40, seats: 3, termYears: 3, women: [] },
  committee: ['chair', 'member', 'member'].map((post, index) => ({ name: `委员${index}`, post, yes: 40 })),
  review: [{ name: '经审', post: 'head', yes: 40 }],
}
const isPlanted = ({ unit }: There, { house }: Kit) => Object.values(house.units).some(({ id }) => id === unit.id)

const states = [
  'requested',
  'preparing',
  'recruiting',
  'election_planned',
  'elected',
  'result_reported',
  'approved',
] as const
type State = (typeof states)[number]
type Founded = { readonly cell: number; readonly matter: string; readonly unit: string | null }

/** A founding under a union in some state; one that is there already, or a new one. */
async function foundingAt(there: There, kit: Kit, state: State, form: 'single' | 'joint' = 'single'): Promise<Founded> {
  const { unit } = there
  const { house } = kit
  if (!isPlanted(there, kit)) return { cell: unit.cell, matter: newId(), unit: newId() }
  const [standing] = await house.rows(
    `select f.matter_id as matter, f.unit_id as unit from organization.founding f join kernel.matter m on m.cell_id = f.cell_id and m.id = f.matter_id
     where f.host_unit_id = $1 and m.state = $2 and f.form = $3 order by f.matter_id limit 1`,
    [unit.id, state, form],
  )
  if (standing) return { cell: unit.cell, matter: String(standing.matter), unit: String(standing.unit ?? '') }
  const officer = await house.officer(unit)
  const at = await begin(there, kit, officer, form)
  const key = { cell: at.cell, matter: at.matter }
  const steps: { readonly [S in State]: () => Promise<unknown> } = {
    requested: async () => undefined,
    preparing: () => house.does(officer, replyToRequest, { ...key, on: day }),
    recruiting: () => house.does(officer, nameGroup, { ...key, people }),
    election_planned: () => house.does(officer, planElection, { ...key, ...plan }),
    elected: () => house.does(officer, recordElection, { ...key, result }),
    result_reported: () => house.does(officer, reportResult, { ...key, on: day }),
    approved: () => house.does(officer, approveResult, { ...key, on: day }),
  }
  for (const step of states.slice(0, states.indexOf(state) + 1)) await steps[step]()
  const [made] = await house.rows('select unit_id as unit from organization.founding where matter_id = $1', [at.matter])
  return { ...key, unit: made?.unit == null ? null : String(made.unit) }
}

/** Below a union of members nothing is founded: for the proof of places it counts as one above for a moment. */
async function begin({ unit }: There, { house }: Kit, officer: PostActor, form: 'single' | 'joint') {
  await house.rows(`update organization.unit set level = 'township' where id = $1 and level = 'grassroots'`, [unit.id])
  const wish = { unit: unit.id, ...fields, form, name: `路由${newId().slice(-12)}工会` }
  const made = await house.does(officer, beginFoundingAtDesk, wish)
  await house.rows('update organization.unit set level = $2 where id = $1', [unit.id, levelOf(unit)])
  return made
}
const levelOf = ({ level }: There['unit']) => level

const aboutFounding =
  (state: State, body?: (founded: Founded) => object) =>
  async (there: There, kit: Kit): Promise<Asked> => {
    const founded = await foundingAt(there, kit, state)
    return { values: { cell: founded.cell, matter: founded.matter }, ...(body && { body: body(founded) }) }
  }
const noBody = () => ({})

/** What of a union's registration is open or held is done away with, so that it may apply anew. */
async function clearRegistration({ unit }: There, { house }: Kit): Promise<void> {
  await house.rows('update organization.registration_directory set ended_on = $2 where unit_id = $1', [unit.id, day])
  await house.rows(
    `update kernel.matter set ended_at = $2, state = 'withdrawn', due_on = null, clock_rule = null
     where ended_at is null and kind = 'organization.registration' and host_unit_id = $1`,
    [unit.id, house.now()],
  )
  await house.rows(
    `update organization.certificate set ended_on = $2, ended_because = 'cancelled' where unit_id = $1 and ended_on is null`,
    [unit.id, day],
  )
}

/** An application of a union in some state, with that union as its own registrar: the proof of places asks about one place. */
async function registrationAt(there: There, kit: Kit, state: 'submitted' | 'returned') {
  const { unit } = there
  const { house } = kit
  const { cell } = unit
  if (!isPlanted(there, kit)) return { cell, matter: newId() }
  const [standing] = await house.rows(
    `select m.id from kernel.matter m where m.cell_id = $1 and m.host_unit_id = $2 and m.kind = 'organization.registration' and m.state = $3`,
    [cell, unit.id, state],
  )
  if (standing) return { cell, matter: String(standing.id) }
  const matter = newId()
  await house.rows(
    `select kernel.begin_matter($1, $2, $3, 'organization.registration', $4, $4, '路由登记', $5, null, 'ORG-REG', $6, $6, false, $7, 'apply', 'system', null, null, null)`,
    [cell, matter, unit.path, unit.id, state, day, house.now()],
  )
  await house.rows(
    `insert into organization.registration (cell_id, matter_id, path, unit_id, registrar_unit_id, wish, affiliation, form_cipher, changes)
     values ($1, $2, $3, $4, $4, 'first', 'local', $5, '{}')`,
    [cell, matter, unit.path, unit.id, await sealForm(house.services, cell, matter, registrationForm)],
  )
  await house.rows(
    'insert into organization.registration_directory (cell_id, matter_id, unit_id, registrar_unit_id, opened_on) values ($1, $2, $3, $3, $4)',
    [cell, matter, unit.id, day],
  )
  return { cell, matter }
}

async function certificateAt(there: There, kit: Kit) {
  const { unit } = there
  const id = newId()
  if (isPlanted(there, kit))
    await kit.house.rows(
      `insert into organization.certificate (cell_id, id, path, unit_id, registrar_unit_id, number, credit_code, name, address, representative,
         scope, first_on, issued_on, valid_from, valid_to, issue, ended_on, ended_because)
       values ($1, $2, $3, $4, $4, '1', '81110105MC0000012B', '路由', '路由', '路由', '路由', $5, $5, $5, $5, 1, $5, 'cancelled')`,
      [unit.cell, id, unit.path, unit.id, day],
    )
  return { cell: unit.cell, id }
}

const aboutRegistration =
  (state: 'submitted' | 'returned', body?: () => object) =>
  async (there: There, kit: Kit): Promise<Asked> => ({
    values: await registrationAt(there, kit, state),
    ...(body && { body: body() }),
  })
const newCode = () =>
  makeCreditCode({ registrar: '8', class: '1', division: '440103', subject: newId().replace(/\D/g, '').slice(-8) })

async function asked(there: There, { house }: Kit) {
  const { name, phone } = house.stranger()
  const typed = { name, phone, phoneCode: await house.phoneCode(phone) }
  return { upper: there.unit.id, askedAs: 'worker', employer: { name: `路由${newId().slice(-12)}厂` }, ...typed }
}
const askedPlaces = 'whoever asks for a union is told which union of the place they asked'

/** The routes of founding and registration, with their rules. */
export function foundingRules(rule: {
  readonly everybody: Rule
  readonly handles: Rule
  readonly upper: Rule
  readonly themselves: Rule
}): { readonly [route: string]: Row } {
  const { everybody, handles, upper, themselves } = rule
  const one = '/cells/{cell}/foundings/{matter}'
  const paper = async (there: There, kit: Kit): Promise<Asked> => {
    const { values } = await aboutFounding('recruiting')(there, kit)
    return { values: { ...values, kind: 'reply' } }
  }
  const lines = Buffer.from('单位名称,职工人数\n甲店,3\n')
  const registration = '/cells/{cell}/registrations/{matter}'
  return {
    'GET /place-unions': { rule: everybody, namesUnits: 'general unions of places are public' },
    'POST /union-asks': {
      rule: everybody,
      lawfulNo: 'kernel.absent',
      namesUnits: askedPlaces,
      tells: 'the text to follow a request by is said once, to whoever made it',
      ask: async (there, kit) => ({ body: await asked({ ...there, unit: kit.house.units.township }, kit) }),
    },
    'GET /union-asks/{follow}': {
      rule: everybody,
      namesUnits: askedPlaces,
      ask: async (_there, kit) => ({ values: { follow: (await anAsk(kit)).follow } }),
    },
    'POST /union-asks/{follow}/withdrawal': {
      rule: everybody,
      namesUnits: askedPlaces,
      ask: async (_there, kit) => ({ values: { follow: (await anAsk(kit)).follow } }),
    },
    'GET /me/union-asks': { rule: { ...themselves, member: 'allowed' } },
    'POST /me/union-asks/{cell}/{ask}/withdrawal': {
      rule: themselves,
      namesUnits: askedPlaces,
      ask: async ({ open }, kit) => {
        const { ask } = await kit.house.does(open.who.actor, askForUnion, {
          ...{ upper: kit.house.units.township.id, askedAs: 'worker', employer: { name: `厂${newId()}` } },
        })
        return { values: { cell: ask.cell, ask: ask.ask } }
      },
    },
    'GET /units/{unit}/foundings': { rule: handles, ask: ({ unit }) => ({ values: { unit: unit.id } }) },
    'POST /units/{unit}/foundings': {
      rule: upper,
      lawfulNo: 'organization.founding.not_above',
      ask: ({ unit }) => ({ values: { unit: unit.id }, body: { ...fields, name: `路由${newId().slice(-12)}工会` } }),
    },
    'GET /units/{unit}/founding': {
      rule: handles,
      ask: async (there, kit) => ({ values: { unit: (await foundingAt(there, kit, 'preparing')).unit ?? '' } }),
    },
    [`GET ${one}`]: { rule: handles, ask: aboutFounding('requested') },
    [`POST ${one}/facts`]: {
      rule: handles,
      ask: aboutFounding('requested', () => ({ ...fields, name: `路由${newId().slice(-12)}工会` })),
    },
    [`POST ${one}/employers`]: {
      rule: handles,
      ask: async (there, kit) => ({
        ...(await aboutFounding('requested')(there, kit)),
        body: lines,
        headers: { 'content-type': 'text/csv' },
      }),
    },
    [`GET ${one}/asks`]: {
      rule: upper,
      ask: aboutFounding('requested'),
      tells: 'whoever asked this union for one told it who they are, wherever they belong',
    },
    [`POST ${one}/reply`]: { rule: upper, ask: aboutFounding('requested', () => ({ on: day })) },
    [`POST ${one}/refusal`]: { rule: upper, ask: aboutFounding('requested', () => ({ reason: 'other' })) },
    [`POST ${one}/joining`]: {
      rule: upper,
      ask: async (there, kit) => {
        const joint = await foundingAt(there, kit, 'preparing', 'joint')
        return aboutFounding('requested', () => ({ unit: joint.unit ?? newId() }))(there, kit)
      },
    },
    [`POST ${one}/group`]: { rule: handles, ask: aboutFounding('preparing', () => ({ people })) },
    [`POST ${one}/stopping`]: { rule: upper, ask: aboutFounding('preparing', () => ({ reason: 'other' })) },
    [`POST ${one}/election-plan`]: { rule: handles, ask: aboutFounding('recruiting', () => plan) },
    [`POST ${one}/election`]: { rule: handles, ask: aboutFounding('election_planned', () => ({ result })) },
    [`POST ${one}/report`]: { rule: handles, ask: aboutFounding('elected', () => ({ on: day })) },
    [`POST ${one}/approval`]: { rule: upper, ask: aboutFounding('result_reported', () => ({ on: day })) },
    [`POST ${one}/return`]: { rule: upper, ask: aboutFounding('result_reported', () => ({ reason: 'quorum' })) },
    [`POST ${one}/finishing`]: { rule: upper, ask: aboutFounding('approved', noBody) },
    [`GET ${one}/papers/{kind}`]: { rule: handles, ask: paper },
    [`POST ${one}/papers/{kind}`]: {
      rule: handles,
      ask: async (there, kit) => ({ ...(await paper(there, kit)), body: { number: null, text: '批复' } }),
    },
    [`GET ${one}/papers/{kind}/pdf`]: { rule: handles, ask: paper },

    'GET /units/{unit}/registration': { rule: handles, ask: ({ unit }) => ({ values: { unit: unit.id } }) },
    'GET /units/{unit}/registration/draft': {
      rule: handles,
      lawfulNo: 'organization.registration.by_law',
      namesUnits: 'the registrar is named by the rules',
      ask: ({ unit }) => ({ values: { unit: unit.id, wish: 'first' } }),
    },
    'POST /units/{unit}/registrations': {
      rule: handles,
      lawfulNo: 'organization.registration.by_law',
      namesUnits: 'the registrar is named by the rules',
      ask: async (there, kit) => {
        await clearRegistration(there, kit)
        return { values: { unit: there.unit.id }, body: { wish: 'first', form: registrationForm } }
      },
    },
    'GET /units/{unit}/registrations': { rule: upper, ask: ({ unit }) => ({ values: { unit: unit.id } }) },
    'GET /units/{unit}/certificates': { rule: handles, ask: ({ unit }) => ({ values: { unit: unit.id } }) },
    'GET /units/{unit}/certificates/past': {
      rule: handles,
      ask: ({ unit }) => ({ values: { unit: unit.id }, query: { on: '2026-03-01' } }),
    },
    'GET /cells/{cell}/certificates/{id}/pdf': {
      rule: handles,
      ask: async (there, kit) => ({ values: await certificateAt(there, kit) }),
    },
    [`GET ${registration}`]: { rule: handles, ask: aboutRegistration('submitted') },
    [`POST ${registration}/granting`]: {
      rule: upper,
      fresh: async (there, kit) => {
        await clearRegistration(there, kit)
        return there
      },
      ask: aboutRegistration('submitted', () => ({ on: day, creditCode: newCode() })),
    },
    [`POST ${registration}/return`]: { rule: upper, ask: aboutRegistration('submitted', () => ({ reason: 'form' })) },
    [`POST ${registration}/mending`]: {
      rule: handles,
      ask: aboutRegistration('returned', () => ({ form: registrationForm })),
    },
    [`POST ${registration}/withdrawal`]: { rule: handles, ask: aboutRegistration('submitted', noBody) },
  }

  async function anAsk(kit: Kit) {
    const { house } = kit
    const { name, phone } = house.stranger()
    const typed = { name, phone, phoneCode: await house.phoneCode(phone) }
    const upperUnit = house.units.township.id
    return house.does(house.anyone(), askForUnion, {
      ...{ upper: upperUnit, askedAs: 'worker', employer: { name: `厂${newId().slice(-12)}` }, ...typed },
    })
  }
}
