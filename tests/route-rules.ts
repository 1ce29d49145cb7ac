import { newId } from '../kernel/shared/ids.ts'
import { totpCode } from '../kernel/signin/totp.ts'
import { noticeVersion } from '../modules/membership/index.ts'
import { inviteOfficer } from '../modules/organization/commands/invite-officer.ts'
import type { OfficerInvitation } from '../modules/organization/contract.ts'
import { withdrawChange } from '../modules/organization/life/commands/answer-change.ts'
import { proposeChange } from '../modules/organization/life/commands/propose-change.ts'
import { findInvitation } from '../modules/organization/queries/find-invitation.ts'
import { askRules } from './ask-rules.ts'
import { readBase32 } from './base32.ts'
import { clockRules } from './clock-rules.ts'
import { electionRules, parameterRules } from './election-rules.ts'
import { foundingRules } from './founding-rules.ts'
import { importRules } from './import-rules.ts'
import { lifeRules } from './life-rules.ts'
import { matterRules } from './matter-rules.ts'
import { rollView, type There } from './neighbours.ts'
import { listPeople, rosterDiffers } from './rosters.ts'
import type { Asked, Kit, Row, Rule, Verdict, Where } from './route-row.ts'
import { sealRules } from './seal-rules.ts'
import { transferRules } from './transfer-rules.ts'

const within = (inside: Verdict): { readonly [P in Where]: Verdict } => ({
  own: inside,
  subtree: inside,
  another: inside,
  sibling: 'absent',
  ancestor: 'absent',
  'other cell': 'absent',
  'other province': 'absent',
})
const notForOfficersAlone = {
  'officer without a post': 'forbidden',
  'officer as a post of another': 'forbidden',
  member: 'sign_in',
  'ended session': 'sign_in',
  nobody: 'sign_in',
} as const

/** Open to whoever asks. */
const everybody: Rule = {
  upper_officer: 'allowed',
  grassroots_officer: 'allowed',
  statistician: 'allowed',
  'officer without a post': 'allowed',
  'officer as a post of another': 'allowed',
  member: 'allowed',
  'ended session': 'allowed',
  nobody: 'allowed',
}
/** By grant and place: whoever has the act, in what their post covers. */
const placed = (may: { readonly grassroots: boolean; readonly statistician: boolean }): Rule => ({
  upper_officer: within('allowed'),
  grassroots_officer: within(may.grassroots ? 'allowed' : 'forbidden'),
  statistician: within(may.statistician ? 'allowed' : 'forbidden'),
  ...notForOfficersAlone,
})
const everyPost = placed({ grassroots: true, statistician: true })
const handlesMembers = placed({ grassroots: true, statistician: false })
const runsUnits = placed({ grassroots: false, statistician: false })
/** What the union above decides: about unions below one's own, and never about one's own. */
const decidesOverUnits: Rule = {
  upper_officer: { ...within('absent'), subtree: 'allowed' },
  grassroots_officer: { ...within('absent'), subtree: 'forbidden' },
  statistician: { ...within('absent'), subtree: 'forbidden' },
  ...notForOfficersAlone,
}
/** By grant, of no place: the answer shows what the post covers. */
const byGrant: Rule = {
  upper_officer: 'allowed',
  grassroots_officer: 'allowed',
  statistician: 'forbidden',
  ...notForOfficersAlone,
}
/** An officer's own. */
const ownInbox: Rule = { ...byGrant, statistician: 'allowed' }
const officerThemselves: Rule = {
  ...ownInbox,
  'officer without a post': 'allowed',
  'officer as a post of another': 'allowed',
}
const noOfficerMessageOfAnother = { ...within('absent'), own: 'allowed' } as const
const ownMessage: Rule = {
  ...ownInbox,
  upper_officer: noOfficerMessageOfAnother,
  grassroots_officer: noOfficerMessageOfAnother,
  statistician: noOfficerMessageOfAnother,
}
const ownExport: Rule = { ...ownMessage, statistician: 'forbidden' }
const ownToken: Rule = { ...ownMessage, 'officer without a post': 'absent', 'officer as a post of another': 'absent' }
/** A person's own, and nobody else's: self-access is no grant. */
const themselves: Rule = {
  upper_officer: 'sign_in',
  grassroots_officer: 'sign_in',
  statistician: 'sign_in',
  'officer without a post': 'sign_in',
  'officer as a post of another': 'sign_in',
  member: { ...within('absent'), own: 'allowed', another: 'absent' },
  'ended session': 'sign_in',
  nobody: 'sign_in',
}
/** The second step of signing in: only with the ticket of the first, which nobody here has. */
const withTicket: Rule = Object.fromEntries(Object.keys(everybody).map((who) => [who, 'sign_in'])) as Rule

const consents = { notice: noticeVersion, sensitive: true }
const idle = { decidedOn: '2026-03-02' }
const aboutMatter = ({ open }: There): Asked => ({ values: { cell: open.cell, matter: open.matter } })
const aboutMember = ({ member }: There): Asked => ({ values: { cell: member.cell, membership: member.membership } })
const aboutUnit = ({ unit }: There): Asked => ({ values: { unit: unit.id } })
const aboutReport = ({ member, report }: There): Asked => ({ values: { cell: member.cell, matter: report } })
const aboutAlert = ({ member, alert }: There): Asked => ({ values: { cell: member.cell, alert } })
const whereUsed = 'the union to which somebody applied with the member’s number is what the report is about'
const newcomer = (there: There, { neighbours }: Kit) => neighbours.withNewcomer(there)
const phoneOf = ({ house }: Kit) => ({ body: { phone: house.stranger().phone } })

async function submission(there: There, { house }: Kit): Promise<Asked> {
  const person = house.stranger()
  const phoneCode = await house.phoneCode(person.phone)
  return { body: { ...person, identityKind: 'resident_card', code: there.code.token, phoneCode, consents } }
}

async function proofToClaim(_there: There, { house }: Kit): Promise<Asked> {
  const person = house.stranger()
  return {
    body: { ...person, identityKind: 'resident_card', phoneCode: await house.phoneCode(person.phone), consents },
  }
}

/** A roster of the union names whoever applied there; in a place that is made up, no such row is there. */
async function aboutClaim({ unit, open }: There, { house }: Kit): Promise<Asked> {
  const ofThem = `select m.id from membership.membership m join people.person p on p.cell_id = m.cell_id and p.id = m.person_id
    where m.cell_id = $1 and m.status = 'listed' and p.identity_digest = (select identity_digest from people.person where cell_id = $1 and id = $2)`
  const values = [open.cell, open.person]
  const [known] = await house.rows('select from people.person where cell_id = $1 and id = $2', values)
  if (known && (await house.rows(ofThem, values)).length === 0) await listPeople(house.services, unit, [open.who])
  const [row] = await house.rows(ofThem, values)
  return { values: { cell: open.cell, membership: String(row?.id ?? newId()) } }
}

/** An invitation to a union, made by an officer of it. */
async function invitedTo({ id }: { readonly id: string }, { house }: Kit): Promise<OfficerInvitation> {
  const wish = { unit: id, role: 'statistician', title: `统计员 ${newId().slice(-8)}`, name: '王干部' }
  return house.does(await house.officer({ id }), inviteOfficer, wish)
}
/** The id of an invitation to a union; of one that does not exist, an id of none. */
async function invitationAt(unit: { readonly id: string }, kit: Kit): Promise<string> {
  const planted = Object.values(kit.house.units).some(({ id }) => id === unit.id)
  return planted ? (await invitedTo(unit, kit)).invitation : newId()
}
const barredStaff = { name: '王小明', sex: 'male', engagement: 'contracted', seats: ['women_chair'], ties: [] }
const barredCommittee = {
  electedOn: '2026-01-05',
  years: 3,
  officers: [{ name: '王小明', sex: 'male', engagement: 'part_time', seats: ['chair'], ties: ['principal'] }],
}
/** The id of a seat of a union that somebody holds. */
async function seatAt({ id, cell, path }: There['unit'], { house }: Kit): Promise<string> {
  const seat = newId()
  const planted = Object.values(house.units).some((unit) => unit.id === id)
  if (planted)
    await house.rows(
      `insert into organization.officer (cell_id, id, path, unit_id, who, name, sex, seat, engagement, ties, valid_from, recorded_at)
       values ($1, $2, $3, $4, $2, '王小明', 'male', 'staff', 'contracted', '{}', '2026-01-05', now())`,
      [cell, seat, path, id],
    )
  return seat
}
/** A change of a union that is asked for: the one before is taken back. */
async function changeAt(unit: There['unit'], { house }: Kit): Promise<string> {
  const planted = Object.values(house.units).some(({ id }) => id === unit.id)
  if (!planted) return newId()
  const officer = await house.officer(unit)
  const [open] = await house.rows(
    `select id from kernel.matter where host_unit_id = $1 and kind = 'organization.unit_change' and ended_at is null`,
    [unit.id],
  )
  if (open) await house.does(officer, withdrawChange, { cell: unit.cell, matter: String(open['id']) })
  const wish = { unit: unit.id, kind: 'rename', shortName: unit.shortName, reason: '简称不变，试一试' }
  return (await house.does(officer, proposeChange, wish)).matter
}
const linkOf = ({ link }: OfficerInvitation) => link?.split('#').at(-1) ?? ''

/** What every route must answer to whom. A route that is not here has no rule, and fails. */
export const rules: { readonly [route: string]: Row } = {
  'GET /openapi.json': { rule: everybody },
  'GET /installation': { rule: everybody },
  'GET /health': { rule: everybody },
  'GET /demonstration/inbox': { rule: everybody, tells: 'a demonstration shows what it would have sent' },

  'POST /officer/sign-in': {
    rule: everybody,
    ask: ({ officer }) => ({ body: { login: `o-${officer.account}`, password: 'a long enough password' } }),
  },
  'POST /officer/sign-in/totp': { rule: withTicket, ask: () => ({ body: { code: '123456' } }) },
  'POST /officer/sign-out': { rule: officerThemselves },
  'GET /officer/me': { rule: officerThemselves },
  'GET /officer/tokens': { rule: officerThemselves },
  'POST /officer/tokens': {
    rule: ownInbox,
    ask: () => ({ body: { name: '统计程序', scopes: ['figures.read'], days: 1 } }),
    tells: 'a new token is shown to whoever made it, once',
  },
  'POST /officer/tokens/{token}/revocation': {
    rule: ownToken,
    ask: ({ officerToken }) => ({ values: { token: officerToken } }),
  },
  // Whoever has no second proof of who they are at hand has none to give.
  'POST /officer/step-up': {
    rule: officerThemselves,
    ask: () => ({ body: { password: 'not the password', code: '000000' } }),
    lawfulNo: 'kernel.step_up_wrong',
  },
  'POST /exports/{kind}': {
    rule: handlesMembers,
    ask: ({ unit }) => ({ values: { kind: 'membership.roll' }, body: { filter: { unit: unit.id }, format: 'csv' } }),
  },
  'GET /exports': { rule: byGrant },
  'GET /exports/{exportId}/file': {
    rule: ownExport,
    ask: ({ officerExport }) => ({ values: { exportId: officerExport } }),
  },
  'POST /exports/{exportId}/cancellation': {
    rule: ownExport,
    ask: ({ officerExport }) => ({ values: { exportId: officerExport } }),
  },
  ...clockRules(byGrant, handlesMembers),
  'GET /officer/messages': { rule: ownInbox },
  'POST /officer/messages/{id}/reading': {
    rule: ownMessage,
    ask: ({ officerMessage }) => ({ values: { id: officerMessage } }),
  },
  'POST /files': {
    rule: byGrant,
    ask: () => ({ body: Buffer.from('%PDF-1.7 signed'), headers: { 'content-type': 'application/pdf' } }),
  },

  ...importRules(handlesMembers, byGrant),
  ...askRules({ everybody, everyPost, handles: handlesMembers, upper: runsUnits, themselves }),
  ...parameterRules(byGrant),
  ...electionRules(handlesMembers, runsUnits, { ...themselves, member: 'allowed' }),
  ...lifeRules(handlesMembers, themselves),
  ...foundingRules({ everybody, handles: handlesMembers, upper: runsUnits, themselves }),
  ...transferRules(handlesMembers, themselves),

  'GET /units': { rule: everyPost, ask: ({ unit, name }) => ({ values: { text: name.slice(0, 2), under: unit.id } }) },
  'GET /unions': {
    rule: everybody,
    ask: ({ name }) => ({ values: { text: name.slice(0, 2) } }),
    namesUnits: 'what unions are called is public',
  },
  'GET /units/{unit}': { rule: everyPost, ask: aboutUnit },
  'GET /units/{unit}/children': { rule: everyPost, ask: aboutUnit },
  'GET /units/{unit}/children/past': {
    rule: everyPost,
    ask: ({ unit }) => ({ values: { unit: unit.id }, query: { on: '2026-03-01' } }),
  },
  'GET /units/{unit}/figures': { rule: everyPost, ask: aboutUnit },
  'GET /units/{unit}/figures/past': {
    rule: everyPost,
    ask: ({ unit }) => ({ values: { unit: unit.id }, query: { on: '2026-03-01' } }),
  },
  'GET /units/{unit}/figures/stream': { rule: everyPost, ask: aboutUnit },
  'GET /units/{unit}/posts': { rule: handlesMembers, ask: aboutUnit },
  'GET /units/{unit}/officers': { rule: handlesMembers, ask: aboutUnit },
  'GET /units/{unit}/committee': { rule: handlesMembers, ask: aboutUnit },
  'GET /units/{unit}/committee/past': {
    rule: handlesMembers,
    ask: ({ unit }) => ({ values: { unit: unit.id }, query: { on: '2026-03-01' } }),
  },
  'POST /units/{unit}/committee': {
    rule: handlesMembers,
    ask: ({ unit }) => ({ values: { unit: unit.id }, body: barredCommittee }),
    lawfulNo: 'organization.committee_barred',
  },
  'POST /units/{unit}/committee/seats': {
    rule: handlesMembers,
    ask: ({ unit }) => ({ values: { unit: unit.id }, body: { from: '2026-03-02', officer: barredStaff } }),
    lawfulNo: 'organization.committee_barred',
  },
  'POST /cells/{cell}/committee-seats/{seat}/ending': {
    rule: handlesMembers,
    ask: async ({ unit }, kit) => ({
      values: { cell: unit.cell, seat: await seatAt(unit, kit) },
      body: { on: '2026-03-02', because: 'resigned' },
    }),
  },
  'POST /units/{unit}/term/extension-request': {
    rule: handlesMembers,
    ask: ({ unit }) => ({ values: { unit: unit.id }, body: { until: '2026-09-01', wish: '厂里正在搬迁' } }),
    lawfulNo: 'organization.no_term',
  },
  'POST /units/{unit}/term/extension': {
    rule: decidesOverUnits,
    ask: ({ unit }) => ({ values: { unit: unit.id }, body: { until: '2026-09-01', document: '工〔2026〕1号' } }),
    lawfulNo: 'organization.no_term',
  },
  'POST /units/{unit}/term/extension-refusal': {
    rule: { ...decidesOverUnits, upper_officer: within('absent') },
    ask: ({ unit }) => ({ values: { unit: unit.id }, body: { reason: '请先定下会期' } }),
  },
  'POST /units/{unit}/caretaker/ending': {
    rule: decidesOverUnits,
    ask: aboutUnit,
    lawfulNo: 'organization.not_a_caretaker',
  },
  'GET /units/{unit}/coverage': {
    rule: handlesMembers,
    ask: aboutUnit,
    lawfulNo: 'organization.coverage_of_a_county',
  },
  'GET /units/{unit}/coverage/past': {
    rule: handlesMembers,
    ask: ({ unit }) => ({ values: { unit: unit.id }, query: { on: '2026-03-01' } }),
    lawfulNo: 'organization.coverage_of_a_county',
  },
  'GET /units/{unit}/employers': { rule: handlesMembers, ask: aboutUnit },
  'GET /units/{unit}/employers/past': {
    rule: handlesMembers,
    ask: ({ unit }) => ({ values: { unit: unit.id }, query: { on: '2026-03-01' } }),
  },
  'POST /units/{unit}/employers': {
    rule: handlesMembers,
    ask: ({ unit }) => ({
      values: { unit: unit.id },
      body: { covered: false, employers: [{ name: '某某印刷有限公司', industry: 'C' }] },
    }),
    lawfulNo: 'organization.coverage_of_a_county',
  },
  'GET /units/{unit}/past': {
    rule: handlesMembers,
    ask: aboutUnit,
    namesUnits: 'a union names the unions it stood under and those that went on as it',
  },
  'GET /units/{unit}/changes/preview': {
    rule: handlesMembers,
    ask: aboutUnit,
    namesUnits: 'who decides over a union is the union above it',
  },
  'POST /units/{unit}/changes': {
    rule: handlesMembers,
    ask: ({ unit }) => ({
      values: { unit: unit.id },
      body: {
        ...{ kind: 'split', reason: '单位已经分立', property: '按职工人数分配' },
        ...{ resolution: { on: '2026-01-05', by: '会员大会' }, audit: { on: '2026-01-06', by: '经审会' } },
        parts: [{ name: '分出的工会', children: [newId()] }],
      },
    }),
    lawfulNo: 'kernel.invalid_input',
  },
  'GET /cells/{cell}/unit-changes/{matter}': {
    rule: handlesMembers,
    ask: async ({ unit }, kit) => ({ values: { cell: unit.cell, matter: await changeAt(unit, kit) } }),
  },
  'GET /cells/{cell}/unit-changes/{matter}/asked': {
    rule: handlesMembers,
    ask: async ({ unit }, kit) => ({ values: { cell: unit.cell, matter: await changeAt(unit, kit) } }),
  },
  'POST /cells/{cell}/unit-changes/{matter}/approval': {
    rule: decidesOverUnits,
    ask: async ({ unit }, kit) => ({
      values: { cell: unit.cell, matter: await changeAt(unit, kit) },
      body: { document: '工〔2026〕1号' },
    }),
  },
  'POST /cells/{cell}/unit-changes/{matter}/return': {
    rule: decidesOverUnits,
    ask: async ({ unit }, kit) => ({
      values: { cell: unit.cell, matter: await changeAt(unit, kit) },
      body: { reason: '请补充' },
    }),
  },
  'POST /cells/{cell}/unit-changes/{matter}/withdrawal': {
    rule: handlesMembers,
    ask: async ({ unit }, kit) => ({ values: { cell: unit.cell, matter: await changeAt(unit, kit) } }),
  },
  'POST /cells/{cell}/unit-changes/{matter}/resubmission': {
    rule: handlesMembers,
    ask: async ({ unit }, kit) => ({
      values: { cell: unit.cell, matter: await changeAt(unit, kit) },
      body: { kind: 'rename', shortName: '新简称', reason: '补充后重新报送' },
    }),
    lawfulNo: 'matter.step_not_open',
  },
  'GET /units/{unit}/invitations': { rule: runsUnits, ask: aboutUnit },
  'POST /units/{unit}/invitations': {
    rule: runsUnits,
    ask: (there, { house }) => ({
      ...aboutUnit(there),
      body: { role: 'statistician', title: '统计员', name: house.stranger().name + there.unit.level },
    }),
  },
  'POST /cells/{cell}/invitations/printing': {
    rule: runsUnits,
    ask: async ({ unit }, kit) => ({
      values: { cell: unit.cell },
      body: { invitations: [await invitationAt(unit, kit)] },
    }),
  },
  'POST /cells/{cell}/invitations/{invitation}/renewal': {
    rule: runsUnits,
    ask: async ({ unit }, kit) => ({ values: { cell: unit.cell, invitation: await invitationAt(unit, kit) } }),
  },
  'POST /cells/{cell}/invitations/{invitation}/revocation': {
    rule: runsUnits,
    ask: async ({ unit }, kit) => ({ values: { cell: unit.cell, invitation: await invitationAt(unit, kit) } }),
  },
  'GET /officer/invitations/{token}': {
    rule: everybody,
    namesUnits: 'the link of an invitation says to which post of which union it is',
    ask: async ({ unit }, kit) => ({ values: { token: linkOf(await invitedTo(unit, kit)) } }),
  },
  'POST /officer/invitations/taking': {
    rule: officerThemselves,
    namesUnits: 'the link of an invitation says to which post of which union it is',
    ask: async ({ unit }, kit) => ({ body: { token: linkOf(await invitedTo(unit, kit)) } }),
  },
  'POST /officer/invitations/acceptance': {
    rule: everybody,
    namesUnits: 'the link of an invitation says to which post of which union it is',
    async ask({ unit }, kit) {
      const token = linkOf(await invitedTo(unit, kit))
      const { totp, name } = await kit.house.asks(kit.house.anyone(), findInvitation, { token })
      const code = totpCode(readBase32(totp.secret), kit.house.now())
      const login = `new-${newId()}`
      return { body: { token, ticket: totp.ticket, name, login, password: 'a long enough password', code } }
    },
  },
  'POST /posts/{post}/hand-over': {
    rule: runsUnits,
    fresh: async (there, { neighbours }) => ({
      ...there,
      officer: await neighbours.officerAt(there.unit, 'upper_officer'),
    }),
    ask: ({ officer, successor }) => ({ values: { post: officer.post.id }, body: { to: successor.account } }),
  },

  ...matterRules({ everybody, byGrant, handles: handlesMembers, themselves }),
  'GET /units/{unit}/people': { rule: handlesMembers, ask: aboutUnit },
  'GET /units/{unit}/people/own': { rule: handlesMembers, ask: aboutUnit },
  'POST /units/{unit}/people/naming': {
    rule: handlesMembers,
    ask: (there) => ({
      ...aboutUnit(there),
      body: Buffer.from('姓名\n某某\n'),
      headers: { 'content-type': 'text/csv' },
    }),
  },
  'GET /units/{unit}/people/past': {
    rule: handlesMembers,
    ask: ({ unit }) => ({ values: { unit: unit.id }, query: { on: '2026-03-02' } }),
    lawfulNo: 'membership.past_of_one_county',
  },
  'POST /units/{unit}/people/search': {
    rule: handlesMembers,
    ask: (there) => ({ ...aboutUnit(there), body: { text: '测试' } }),
  },
  'GET /roll-views': { rule: byGrant },
  'POST /roll-views': { rule: byGrant, ask: () => ({ body: rollView }) },
  'POST /roll-views/{view}': {
    rule: ownExport,
    ask: ({ officerView }) => ({ values: { view: officerView }, body: rollView }),
  },
  'POST /roll-views/{view}/deletion': {
    rule: ownExport,
    ask: ({ officerView }) => ({ values: { view: officerView } }),
  },
  'POST /roll-columns': { rule: byGrant, ask: () => ({ body: { columns: ['name'] } }) },
  'GET /cells/{cell}/members/{membership}': { rule: handlesMembers, ask: aboutMember },
  'GET /cells/{cell}/applications/{matter}': { rule: handlesMembers, ask: aboutMatter },
  'POST /cells/{cell}/applications/{matter}/confirmation': {
    rule: handlesMembers,
    fresh: newcomer,
    ask: (there) => ({ ...aboutMatter(there), body: idle }),
  },
  'POST /cells/{cell}/applications/{matter}/return': {
    rule: handlesMembers,
    fresh: newcomer,
    ask: (there) => ({ ...aboutMatter(there), body: { reason: 'details_missing' } }),
  },
  'POST /applications/confirmations': {
    rule: { ...handlesMembers, statistician: 'forbidden' },
    fresh: newcomer,
    ask: ({ open }) => ({ body: { items: [{ cell: open.cell, matter: open.matter }], ...idle } }),
    verdict: ({ body }) => (body.includes('"code":"kernel.absent"') ? 'absent' : 'allowed'),
  },

  'GET /cells/{cell}/reports/{matter}': { rule: handlesMembers, ask: aboutReport, namesUnits: whereUsed },
  'POST /cells/{cell}/reports/{matter}/answer': {
    rule: handlesMembers,
    namesUnits: whereUsed,
    fresh: async (there, kit) => kit.neighbours.withReport(await newcomer(there, kit)),
    ask: (there) => ({ ...aboutReport(there), body: { note: '已请对方工会核实' } }),
  },

  'POST /units/{unit}/joining-codes': {
    rule: handlesMembers,
    ask: (there) => ({ ...aboutUnit(there), body: { label: '食堂', validDays: 7 } }),
  },
  'GET /units/{unit}/joining-codes': { rule: handlesMembers, ask: aboutUnit },
  'GET /cells/{cell}/joining-codes/{file}': {
    rule: handlesMembers,
    ask: ({ unit, code }) => ({ values: { cell: unit.cell, file: `${code.id}.svg` } }),
  },
  'GET /cells/{cell}/joining-codes/{id}/poster': {
    rule: handlesMembers,
    ask: ({ unit, code }) => ({ values: { cell: unit.cell, id: code.id, language: 'zh' } }),
  },
  'POST /units/{unit}/joining-codes/missing': {
    rule: handlesMembers,
    lawfulNo: 'membership.posters_by_county',
    ask: (there) => ({ ...aboutUnit(there), body: { scope: 'grassroots', label: '海报', validDays: 7 } }),
  },
  'GET /units/{unit}/posters/count': {
    rule: handlesMembers,
    lawfulNo: 'membership.posters_by_county',
    ask: ({ unit }) => ({ values: { unit: unit.id, scope: 'all' } }),
  },
  'GET /units/{unit}/posters': {
    rule: handlesMembers,
    lawfulNo: 'membership.posters_by_county',
    ask: ({ unit }) => ({ values: { unit: unit.id, scope: 'all', language: 'zh' } }),
  },
  'POST /cells/{cell}/joining-codes/{id}/revocation': {
    rule: handlesMembers,
    fresh: (there, { neighbours }) => neighbours.withNewCode(there),
    ask: ({ unit, code }) => ({ values: { cell: unit.cell, id: code.id } }),
  },

  'POST /window/phone-codes': { rule: everybody, ask: (_there, kit) => phoneOf(kit) },
  'POST /window/applications': {
    rule: handlesMembers,
    async ask({ unit }, { house }) {
      const { phone, ...person } = house.stranger()
      const proof = { kind: 'code', phoneCode: await house.phoneCode(phone) }
      return { body: { unit: unit.id, ...person, phone, identityKind: 'resident_card', proof, consents } }
    },
  },
  'POST /window/number-corrections': {
    rule: handlesMembers,
    fresh: newcomer,
    async ask({ open, unit }, { house }) {
      const file = newId()
      await house.rows(
        `insert into kernel.file (cell_id, id, path, hash, media_type, size_bytes, account_id, at)
         values ($1, $2, $3, '', 'image/png', 1, $2, $4)`,
        [unit.cell, file, unit.path, house.now()],
      )
      const { identityNumber } = house.stranger()
      const number = { identityKind: 'resident_card', identityNumber }
      return { body: { cell: open.cell, membership: open.membership, ...number, file } }
    },
  },
  'POST /window/phone-changes': {
    rule: handlesMembers,
    async ask({ member }, { house }) {
      const { phone } = house.stranger()
      const proof = { kind: 'code', phoneCode: await house.phoneCode(phone) }
      return { body: { cell: member.cell, membership: member.membership, phone, proof } }
    },
  },

  'GET /joining/invitations/{code}': { rule: everybody, ask: ({ code }) => ({ values: { code: code.token } }) },
  'POST /joining/phone-codes': { rule: everybody, ask: (_there, kit) => phoneOf(kit) },
  'POST /joining/short-codes': {
    rule: everybody,
    tells: 'a short code stands for one signed code, and hangs on the same wall',
    ask: ({ code }) => ({ body: { code: code.shortCode } }),
  },
  'POST /joining/applications': { rule: everybody, ask: submission },
  'GET /claims/terms': { rule: everybody },
  'POST /claims': { rule: everybody, ask: proofToClaim, lawfulNo: 'membership.nothing_to_claim' },
  'GET /me/claims': { rule: { ...themselves, member: 'allowed' } },
  'POST /me/claims/{cell}/{membership}/taking': { rule: themselves, ask: aboutClaim },
  'POST /me/claims/{cell}/{membership}/denial': {
    rule: themselves,
    ask: async (there, kit) => ({ ...(await aboutClaim(there, kit)), body: { reason: 'never_joined' } }),
  },
  'GET /me/record': { rule: { ...themselves, member: 'allowed' } },
  'POST /me/records/{cell}/{membership}/affirmation': {
    rule: themselves,
    fresh: (there, { neighbours }) => neighbours.withAlert(there),
    ask: aboutMember,
  },
  'POST /me/records/{cell}/{membership}/roster-answers': {
    rule: themselves,
    fresh: (there, { neighbours }) => neighbours.withAlert(there),
    async ask(there, { house }) {
      const { member, unit } = there
      const [known] = await house.rows('select from membership.membership where id = $1', [member.membership])
      const request = known ? await rosterDiffers(house, unit, member, { name: '另一名' }) : newId()
      return { ...aboutMember(there), body: { request, answer: 'mine' } }
    },
  },
  'POST /me/records/{cell}/{membership}/name': {
    rule: themselves,
    fresh: (there, { neighbours }) => neighbours.withAlert(there),
    ask: (there) => ({ ...aboutMember(there), body: { name: there.member.who.name } }),
  },
  'POST /me/records/{cell}/{membership}/phone': {
    rule: themselves,
    fresh: (there, { neighbours }) => neighbours.withAlert(there),
    async ask(there, { house }) {
      const { phone } = house.stranger()
      return { ...aboutMember(there), body: { phone, phoneCode: await house.phoneCode(phone) } }
    },
  },
  'GET /cards/{code}': {
    rule: everybody,
    ask: ({ open }, { neighbours }) => ({ values: { code: neighbours.shownBy(open) } }),
  },

  'POST /sign-in/phone-codes': { rule: everybody, ask: (_there, kit) => phoneOf(kit) },
  'POST /sign-in/phone': {
    rule: everybody,
    tells: 'whoever proves a phone is shown what is bound to it',
    async ask(there, kit) {
      const { open } = await newcomer(there, kit)
      return { body: { phone: open.who.phone, phoneCode: await kit.house.phoneCode(open.who.phone) } }
    },
  },
  'POST /sign-out': { rule: { ...themselves, member: 'allowed' } },
  'GET /me': { rule: { ...themselves, member: 'allowed' } },
  'GET /me/card': { rule: { ...themselves, member: 'allowed' } },
  ...sealRules({ ownAsOfficer: ownMessage, themselves }),
  'GET /me/looks': { rule: { ...themselves, member: 'allowed' } },
  'GET /me/consents': { rule: { ...themselves, member: 'allowed' } },
  'GET /me/messages': { rule: { ...themselves, member: 'allowed' } },
  'GET /me/alerts': {
    rule: { ...themselves, member: 'allowed' },
    namesUnits: whereUsed,
    fresh: (there, { neighbours }) => neighbours.withAlert(there),
  },
  'POST /me/alerts/{cell}/{alert}/not-me': {
    rule: themselves,
    fresh: (there, { neighbours }) => neighbours.withAlert(there),
    ask: aboutAlert,
  },
  'POST /me/alerts/{cell}/{alert}/it-is-me': {
    rule: themselves,
    fresh: (there, { neighbours }) => neighbours.withAlert(there),
    ask: async (there, { house }) => ({
      ...aboutAlert(there),
      body: { phoneCode: await house.phoneCode(there.member.who.phone) },
    }),
  },
  'POST /me/reports/{cell}/{matter}/settlement': {
    rule: themselves,
    fresh: (there, { neighbours }) => neighbours.withReport(there),
    ask: aboutReport,
  },
  'POST /me/reports/{cell}/{matter}/reopening': {
    rule: themselves,
    fresh: (there, { neighbours }) => neighbours.withReport(there, true),
    ask: (there) => ({ ...aboutReport(there), body: { note: '还没有解决' } }),
  },
  'POST /me/messages/{id}/reading': { rule: themselves, ask: ({ open }) => ({ values: { id: open.message } }) },
  'GET /me/matters/{cell}/{matter}/record/{form}': {
    rule: themselves,
    ask: (there) => ({ values: { ...aboutMatter(there).values, form: 'json' } }),
  },
  'GET /matters/{cell}/{matter}/record/{form}': {
    rule: handlesMembers,
    ask: (there) => ({ values: { ...aboutMatter(there).values, form: 'json' } }),
  },
  'POST /me/applications/{cell}/{matter}/withdrawal': { rule: themselves, ask: aboutMatter },
  'POST /me/applications/{cell}/{matter}/resubmission': {
    rule: themselves,
    fresh: (there, { neighbours }) => neighbours.withReturned(there),
    ask(there, { house }) {
      const { phone: _phone, ...person } = house.stranger()
      return { ...aboutMatter(there), body: { ...person, identityKind: 'resident_card' } }
    },
  },
}
