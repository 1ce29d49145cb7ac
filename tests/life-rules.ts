import { newId } from '../kernel/shared/ids.ts'
import { mergeRecords } from '../modules/membership/duplicates/commands/merge-records.ts'
import { askStanding } from '../modules/membership/life/commands/ask-standing.ts'
import { decideExpulsion } from '../modules/membership/life/commands/decide-expulsion.ts'
import { explainNeglect } from '../modules/membership/life/commands/explain-neglect.ts'
import { giveOpinion } from '../modules/membership/life/commands/give-opinion.ts'
import { proposeExpulsion } from '../modules/membership/life/commands/propose-expulsion.ts'
import { resign } from '../modules/membership/life/commands/resign.ts'
import { warnMember } from '../modules/membership/life/commands/warn-member.ts'
import type { There } from './neighbours.ts'
import { listPeople } from './rosters.ts'
import type { Asked, Kit, Row, Rule } from './route-row.ts'

const day = '2026-03-02'
const vote = { on: day, members: 5, present: 5, for: 5, against: 0, abstained: 0 }
const opinion = { on: day, present: 6, agrees: true, words: '小组讨论，同意' }
const judgment = { court: '某区人民法院', number: '刑初1号', on: '2026-01-05', punishment: '有期徒刑五年' }
const neglect = { unpaidFrom: '2025-08-01', tookPartOn: null, educatedOn: '2026-03-01', education: '谈话一次' }
const wish = { wish: 'retain', reason: 'retired', since: day }

const aboutMember = ({ member }: There): Asked => ({ values: { cell: member.cell, membership: member.membership } })
const freshMember = (there: There, { neighbours }: Kit) => neighbours.withAlert(there)
const freshNewcomer = async (there: There, kit: Kit) => freshMember(await kit.neighbours.withNewcomer(there), kit)

/** Begins a matter of the member's life, where there is such a member; the id of none elsewhere. */
type Begins = (there: There, kit: Kit) => Promise<string>
const isThere = async ({ member }: There, { house }: Kit) =>
  (await house.rows('select from membership.membership where id = $1', [member.membership])).length > 0
const openOf = async ({ member }: There, { house }: Kit, kind: string) => {
  const [row] = await house.rows(
    `select m.id from membership.life_matter l join kernel.matter m on m.cell_id = l.cell_id and m.id = l.matter_id
     where l.membership_id = $1 and m.kind = $2 and m.ended_at is null`,
    [member.membership, kind],
  )
  return row && String(row.id)
}
/** Whoever may not act asks about a matter that stands already. */
const begun =
  (kind: string, begin: (there: There, kit: Kit) => Promise<{ matter: string }>): Begins =>
  async (there, kit) =>
    (await openOf(there, kit, kind)) ?? ((await isThere(there, kit)) ? (await begin(there, kit)).matter : newId())
const keyOf = ({ member }: There) => ({ cell: member.cell, membership: member.membership })

const asked = begun('membership.standing', ({ member, ...there }, { house }) =>
  house.does(member.who.actor, askStanding, { ...keyOf({ member, ...there }), ...wish }),
)
const resigned = begun('membership.resignation', (there, { house }) =>
  house.does(there.member.who.actor, resign, keyOf(there)),
)
const warned = begun('membership.deemed', (there, { house }) =>
  house.does(there.officer, warnMember, { ...keyOf(there), ...neglect }),
)
const explained = begun('membership.deemed', async (there, { house }) => {
  const { cell, matter } = await house.does(there.officer, warnMember, { ...keyOf(there), ...neglect })
  return house.does(there.member.who.actor, explainNeglect, { cell, matter, note: '住院' })
})
const proposed = begun('membership.expulsion', (there, { house }) =>
  house.does(there.officer, proposeExpulsion, { ...keyOf(there), judgment }),
)
const opined = begun('membership.expulsion', async (there, { house }) => {
  const { cell, matter } = await house.does(there.officer, proposeExpulsion, { ...keyOf(there), judgment })
  return house.does(there.officer, giveOpinion, { cell, matter, opinion })
})
/** Somebody of its own is expelled: whoever is planted goes on being asked about as a member. */
const decided: Begins = async (place, kit) => {
  const { house } = kit
  if (!(await isThere(place, kit))) return newId()
  const there = await freshNewcomer(place, kit)
  const { cell, matter } = await house.does(there.officer, proposeExpulsion, { ...keyOf(there), judgment })
  await house.does(there.officer, giveOpinion, { cell, matter, opinion })
  return (await house.does(there.officer, decideExpulsion, { cell, matter, vote })).matter
}

/** The member of a place made one with a line of its roster, where there is such a place. */
async function mergedAt(there: There, kit: Kit): Promise<string> {
  const { house } = kit
  const { unit, member } = there
  const [known] = await house.rows('select id from membership.merge where kept_id = $1 and undone_at is null', [
    member.membership,
  ])
  if (known) return String(known.id)
  if (!(await isThere(there, kit))) return newId()
  const line = house.stranger()
  await listPeople(house.services, unit, [line])
  const [row] = await house.rows(
    `select id from membership.membership where cell_id = $1 and unit_id = $2 and status = 'listed' order by id desc limit 1`,
    [unit.cell, unit.id],
  )
  const pair = { cell: unit.cell, keep: member.membership, drop: String(row?.id) }
  return (await house.does(there.officer, mergeRecords, { ...pair, earlierSince: false })).merge
}

/** The routes of a membership's life, with their rules. */
export function lifeRules(handlesMembers: Rule, themselves: Rule): { readonly [route: string]: Row } {
  const ofMember = (body: object): Row => ({
    rule: handlesMembers,
    fresh: freshNewcomer,
    ask: (there) => ({ ...aboutMember(there), body }),
  })
  const ofMatter = (rule: Rule, begin: Begins, body: object, lawfulNo?: string): Row => ({
    rule,
    fresh: freshNewcomer,
    ask: async (there, kit) => ({ values: { cell: there.member.cell, matter: await begin(there, kit) }, body }),
    ...(lawfulNo !== undefined && { lawfulNo }),
  })
  const byCounty = 'membership.duplicates_by_county'
  const pairOf = ({ member, open }: There): Asked => ({
    values: { cell: member.cell },
    body: { keep: member.membership, drop: open.membership },
  })
  return {
    'GET /units/{unit}/duplicates': {
      rule: handlesMembers,
      ask: ({ unit }) => ({ values: { unit: unit.id } }),
      lawfulNo: byCounty,
    },
    'GET /units/{unit}/merges': {
      rule: handlesMembers,
      ask: ({ unit }) => ({ values: { unit: unit.id } }),
      lawfulNo: byCounty,
    },
    'POST /cells/{cell}/duplicates/preview': {
      rule: handlesMembers,
      ask: pairOf,
      lawfulNo: 'membership.merge_decide_first',
    },
    'POST /cells/{cell}/duplicates/merging': {
      rule: handlesMembers,
      ask: (there) => ({
        ...pairOf(there),
        body: { keep: there.member.membership, drop: there.open.membership, earlierSince: false },
      }),
      lawfulNo: 'membership.merge_decide_first',
    },
    'POST /cells/{cell}/merges/{merge}/undo': {
      rule: handlesMembers,
      ask: async (there, kit) => ({ values: { cell: there.unit.cell, merge: await mergedAt(there, kit) } }),
    },
    'GET /units/{unit}/catch-all': { rule: handlesMembers, ask: ({ unit }) => ({ values: { unit: unit.id } }) },
    'POST /units/{unit}/catch-all': {
      rule: handlesMembers,
      ask: ({ unit }) => ({
        values: { unit: unit.id },
        body: { occupations: ['courier'], decidedOn: day, document: '工委〔2026〕1号' },
      }),
      lawfulNo: 'membership.catch_all_of_place',
    },
    'POST /units/{unit}/catch-all/closing': {
      rule: handlesMembers,
      ask: ({ unit }) => ({ values: { unit: unit.id } }),
    },
    'POST /units/{unit}/catch-all/proposals': {
      rule: handlesMembers,
      ask: ({ unit }) => ({ values: { unit: unit.id }, body: { to: unit.id, occupation: 'courier' } }),
      lawfulNo: 'membership.route_same_unit',
    },
    'GET /units/{unit}/employer-figures': {
      rule: handlesMembers,
      ask: ({ unit }) => ({ values: { unit: unit.id } }),
      lawfulNo: 'membership.employers_by_county',
    },
    'GET /me/confidence': { rule: { ...themselves, member: 'allowed' } },
    'POST /me/records/{cell}/{membership}/disclosure': {
      rule: themselves,
      fresh: freshMember,
      ask: aboutMember,
      lawfulNo: 'membership.not_confidential',
    },
    'POST /me/records/{cell}/{membership}/hiding': {
      rule: themselves,
      fresh: freshMember,
      ask: aboutMember,
      namesUnits: 'the union above one’s own is told to its member',
    },
    'GET /me/life': { rule: { ...themselves, member: 'allowed' } },
    'GET /me/life/{cell}/{matter}': {
      rule: themselves,
      fresh: freshMember,
      ask: async (there, kit) => ({ values: { cell: there.member.cell, matter: await resigned(there, kit) } }),
    },
    'POST /me/records/{cell}/{membership}/standing': {
      rule: themselves,
      fresh: freshMember,
      ask: (there) => ({ ...aboutMember(there), body: wish }),
    },
    'POST /me/records/{cell}/{membership}/resignation': { rule: themselves, fresh: freshMember, ask: aboutMember },
    'POST /me/life/{cell}/{matter}/withdrawal': { ...ofMatter(themselves, resigned, {}), fresh: freshMember },
    'POST /me/life/{cell}/{matter}/explanation': {
      ...ofMatter(themselves, warned, { note: '住院' }),
      fresh: freshMember,
    },
    'GET /cells/{cell}/members/{membership}/life': { rule: handlesMembers, ask: aboutMember },
    'POST /cells/{cell}/members/{membership}/retention': ofMember({ reason: 'retired', on: day }),
    'POST /cells/{cell}/members/{membership}/resumption': {
      ...ofMember({ on: day }),
      lawfulNo: 'membership.change_not_open',
    },
    'POST /cells/{cell}/members/{membership}/death': ofMember({ on: day }),
    'POST /cells/{cell}/members/{membership}/deemed': ofMember(neglect),
    'POST /cells/{cell}/members/{membership}/expulsion': ofMember({ judgment }),
    'GET /cells/{cell}/life/{matter}': ofMatter(handlesMembers, resigned, {}),
    'POST /cells/{cell}/life/{matter}/agreement': ofMatter(handlesMembers, asked, { on: day }),
    'POST /cells/{cell}/life/{matter}/refusal': ofMatter(handlesMembers, asked, { reason: 'proof_missing' }),
    'POST /cells/{cell}/life/{matter}/announcement': ofMatter(handlesMembers, resigned, { on: day }),
    'POST /cells/{cell}/life/{matter}/mending': ofMatter(handlesMembers, explained, { note: '原因成立' }),
    'POST /cells/{cell}/life/{matter}/declaration': ofMatter(handlesMembers, explained, { opinion, vote }),
    'POST /cells/{cell}/life/{matter}/opinion': ofMatter(handlesMembers, proposed, { opinion }),
    'POST /cells/{cell}/life/{matter}/decision': ofMatter(handlesMembers, opined, { vote }),
    'POST /cells/{cell}/life/{matter}/dropping': ofMatter(handlesMembers, opined, { note: '不再提起' }),
    'POST /cells/{cell}/life/{matter}/filing': ofMatter(handlesMembers, decided, {}, 'membership.filed_from_above'),
    'POST /cells/{cell}/life/{matter}/closing': ofMatter(handlesMembers, resigned, {}, 'membership.still_member'),
    'POST /cells/{cell}/applications/{matter}/routing': {
      rule: handlesMembers,
      fresh: (there, { neighbours }) => neighbours.withNewcomer(there),
      ask: ({ open, unit }) => ({ values: { cell: open.cell, matter: open.matter }, body: { to: unit.id } }),
      lawfulNo: 'membership.route_same_unit',
    },
    'POST /window/name-corrections': {
      rule: handlesMembers,
      fresh: freshNewcomer,
      async ask({ member, unit }, { house }) {
        const file = newId()
        await house.rows(
          `insert into kernel.file (cell_id, id, path, hash, media_type, size_bytes, account_id, at)
           values ($1, $2, $3, '', 'image/png', 1, $2, $4)`,
          [unit.cell, file, unit.path, house.now()],
        )
        return { body: { cell: member.cell, membership: member.membership, name: member.who.name, file } }
      },
    },
  }
}
