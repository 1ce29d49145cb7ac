import { matterParts } from '../apps/server/matter-parts.ts'
import { attachToMatter } from '../kernel/matter/commands/attach.ts'
import { newId } from '../kernel/shared/ids.ts'
import type { There } from './neighbours.ts'
import type { Asked, Kit, Row, Rule, Where } from './route-row.ts'

type Rules = { readonly everybody: Rule; readonly byGrant: Rule; readonly handles: Rule; readonly themselves: Rule }

const aboutMatter = ({ open }: There): Asked => ({ values: { cell: open.cell, matter: open.matter } })
const saying =
  (body: object, more: { readonly [name: string]: string } = {}) =>
  (there: There): Asked => ({ values: { ...aboutMatter(there).values, ...more }, body })
const pdf = Buffer.from('%PDF-1.7 a paper')
const paper = { body: pdf, headers: { 'content-type': 'application/pdf' } }

/** The id of a paper with the open matter of a place; of none where the place is made up. */
async function paperAt({ open, officer }: There, { house }: Kit): Promise<string> {
  const [known] = await house.rows('select from kernel.matter where id = $1', [open.matter])
  if (!known) return newId()
  const [old] = await house.rows('select id from kernel.matter_attachment where matter_id = $1', [open.matter])
  if (old) return String(old['id'])
  const key = { cell: open.cell, matter: open.matter }
  const made = { ...key, bytes: pdf, mediaType: 'application/pdf' }
  return (await house.does(officer, attachToMatter(matterParts), made)).id
}
const aboutPaper = async (there: There, kit: Kit): Promise<Asked> => ({
  values: { ...aboutMatter(there).values, attachment: await paperAt(there, kit) },
})

/** No kind of the product is opened by the engine's own act: whoever may hears that there is none. */
const noSuchKind: { readonly [P in Where]: 'absent' } = {
  own: 'absent',
  another: 'absent',
  subtree: 'absent',
  sibling: 'absent',
  ancestor: 'absent',
  'other cell': 'absent',
  'other province': 'absent',
}

/** What every route of matters must answer to whom. */
export function matterRules({ everybody, byGrant, handles, themselves }: Rules): { readonly [route: string]: Row } {
  return {
    'GET /queue': { rule: byGrant, ask: () => ({ values: { view: 'unit' } }) },
    'GET /queue/counts': { rule: byGrant },
    'GET /matters/kinds': { rule: everybody },
    'POST /units/{unit}/matters/{kind}': {
      rule: { ...handles, upper_officer: noSuchKind, grassroots_officer: noSuchKind },
      ask: ({ unit }) => ({ values: { unit: unit.id, kind: 'membership.application' }, body: {} }),
    },
    'POST /matters/steps': {
      rule: { ...handles, statistician: 'forbidden' },
      ask: ({ open }) => ({ body: { items: [{ cell: open.cell, matter: open.matter }], step: 'confirm' } }),
      verdict: ({ body }) => (body.includes('"code":"kernel.absent"') ? 'absent' : 'allowed'),
    },
    'GET /matters/{cell}/{matter}': { rule: handles, ask: aboutMatter },
    'POST /matters/{cell}/{matter}/steps/{step}': {
      rule: handles,
      ask: saying({}, { step: 'confirm' }),
      lawfulNo: 'matter.own_steps',
    },
    'GET /matters/{cell}/{matter}/receivers': {
      rule: handles,
      ask: aboutMatter,
      namesUnits: 'a matter may be signed by posts of the unions above',
      tells: 'whoever asks a post above to sign has to name it',
    },
    'POST /matters/{cell}/{matter}/hand-over': {
      rule: handles,
      ask: saying({ post: newId() }),
      lawfulNo: 'kernel.invalid_input',
    },
    'POST /matters/{cell}/{matter}/referral': {
      rule: handles,
      ask: saying({ unit: newId(), reason: 'other' }),
      lawfulNo: 'matter.not_referable',
    },
    'POST /matters/{cell}/{matter}/referral/acceptance': {
      rule: handles,
      ask: saying({}),
      lawfulNo: 'matter.step_not_open',
    },
    'POST /matters/{cell}/{matter}/referral/return': {
      rule: handles,
      ask: saying({ reason: 'other' }),
      lawfulNo: 'matter.step_not_open',
    },
    'POST /matters/{cell}/{matter}/comments': { rule: handles, ask: saying({ text: '已电话联系' }) },
    'POST /matters/{cell}/{matter}/attachments': {
      rule: handles,
      ask: (there) => ({ ...aboutMatter(there), ...paper }),
    },
    'GET /matters/{cell}/{matter}/attachments/{attachment}': { rule: handles, ask: aboutPaper },
    'POST /matters/{cell}/{matter}/signatures': {
      rule: handles,
      ask: saying({ step: 'confirm', posts: [newId()] }),
      lawfulNo: 'matter.step_not_open',
    },
    'POST /matters/{cell}/{matter}/signature': {
      rule: handles,
      ask: saying({ step: 'confirm', decision: 'agreed' }),
      lawfulNo: 'matter.not_asked_to_sign',
    },
    'POST /matters/{cell}/{matter}/pause': {
      rule: handles,
      ask: saying({ reason: 'proof_awaited' }),
      lawfulNo: 'matter.step_not_open',
    },
    'POST /matters/{cell}/{matter}/resumption': { rule: handles, ask: saying({}), lawfulNo: 'matter.step_not_open' },
    'GET /me/matters': { rule: { ...themselves, member: 'allowed' } },
    'POST /me/matters': {
      rule: { ...themselves, member: 'absent' },
      ask: () => ({ body: { kind: 'membership.application' } }),
    },
    'GET /me/matters/{cell}/{matter}': { rule: themselves, ask: aboutMatter },
    'POST /me/matters/{cell}/{matter}/steps/{step}': {
      rule: themselves,
      ask: saying({}, { step: 'withdraw' }),
      lawfulNo: 'matter.own_steps',
    },
    'POST /me/matters/{cell}/{matter}/comments': { rule: themselves, ask: saying({ text: '补充一句' }) },
    'POST /me/matters/{cell}/{matter}/attachments': {
      rule: themselves,
      ask: (there) => ({ ...aboutMatter(there), ...paper }),
    },
    'GET /me/matters/{cell}/{matter}/attachments/{attachment}': { rule: themselves, ask: aboutPaper },
    'POST /me/files': { rule: { ...themselves, member: 'allowed' }, ask: () => paper },
  }
}
