import { newId } from '../kernel/shared/ids.ts'
import { planElection } from '../modules/elections/commands/plan-election.ts'
import { proposeRemoval } from '../modules/elections/commands/propose-removal.ts'
import { smallPlan } from './elections.ts'
import type { House } from './house.ts'
import type { There } from './neighbours.ts'
import type { Row, Rule } from './route-row.ts'

type Kit = { readonly house: House }
type Asked = { readonly values: { readonly [name: string]: string | number }; readonly body?: object }

const { kind: _kind, ...changed } = smallPlan
const removal = { name: '王一', post: 'chair', electorate: 'members', reason: '长期不履行职责' }
const reason = { reason: '材料不全' }
const document = { documentNumber: '〔2026〕1号' }
const notOpen = 'matter.step_not_open'

/** The election or removal that stands at a union, begun by whoever answers for it. */
async function standing({ unit }: There, { house }: Kit, kind: string): Promise<string> {
  // As at its beginning: which step was asked for before must not decide what this one is answered.
  const [row] = await house.rows(
    `update kernel.matter set state = case kind when 'elections.removal' then 'proposed' else 'planned' end
     where subject_id = $1 and kind = $2 and ended_at is null returning id`,
    [unit.id, kind],
  )
  if (row) return String(row.id)
  const there = await house.rows('select from organization.unit where id = $1', [unit.id])
  if (there.length === 0) return newId()
  const begins = await house.officer(unit)
  return kind === 'elections.removal'
    ? (await house.does(begins, proposeRemoval, { unit: unit.id, ...removal })).matter
    : (await house.does(begins, planElection, { unit: unit.id, ...smallPlan })).matter
}

const wish = {
  ...{ key: 'managerPercent', region: '000000', from: '2031-01-01', value: 25, confidence: 'REC' },
  ...{ document: '测试办法', article: '第三条', source: '测试通知' },
}

/** The parameters of elections: seen by every officer, changed for their own place by whoever stands above unions. */
export function parameterRules(byGrant: Rule): { readonly [route: string]: Row } {
  const keeps: Rule = { ...byGrant, grassroots_officer: 'forbidden' }
  const noSuchChange = {
    rule: { ...keeps, upper_officer: 'absent' as const },
    ask: () => ({ values: { change: newId() } }),
  }
  // The country's are not theirs who ask here: they hear so, and were let in.
  const lawfulNo = 'elections.parameter_not_yours'
  let year = 2031
  const another = () => ({ body: { ...wish, from: `${year++}-01-01` } })
  return {
    'GET /election-parameters': { rule: byGrant },
    'POST /election-parameters': { rule: keeps, lawfulNo, ask: another },
    'POST /election-parameters/preview': { rule: keeps, lawfulNo, ask: () => ({ body: wish }) },
    'POST /election-parameters/changes/{change}/preview': noSuchChange,
    'POST /election-parameters/changes/{change}/undo': noSuchChange,
  }
}

/** The routes of elections, with their rules. */
export function electionRules<R>(handlesMembers: R, runsUnits: R, themselves: R) {
  const of =
    (kind: string) =>
    (rule: R, body?: object, lawfulNo?: string, more: Record<string, string> = {}) => ({
      rule,
      async ask(there: There, kit: Kit): Promise<Asked> {
        const values = { cell: there.unit.cell, matter: await standing(there, kit, kind), ...more }
        return body === undefined ? { values } : { values, body }
      },
      ...(lawfulNo !== undefined && { lawfulNo }),
    })
  const election = of('elections.re_election')
  const removed = of('elections.removal')
  const aboutUnit = ({ unit }: There, body?: object): Asked => ({ values: { unit: unit.id }, ...(body && { body }) })
  const one = '/cells/{cell}/elections/{matter}'
  const other = '/cells/{cell}/removals/{matter}'
  const count = {
    ...{ body: 'committee', round: 1, teller: 1, tellerName: '计票人', present: 0, issued: 0, returned: 0, invalid: 0 },
    votes: [],
  }
  const meeting = { heldOn: '2026-03-02', expected: 3, present: 3, ballot: 'secret', proxies: 0 }
  return {
    'GET /me/elections': { rule: themselves },
    'GET /units/{unit}/elections': { rule: handlesMembers, ask: (there: There) => aboutUnit(there) },
    'POST /units/{unit}/elections': {
      rule: handlesMembers,
      lawfulNo: 'elections.under_way',
      ask: (there: There) => aboutUnit(there, smallPlan),
    },
    [`GET ${one}`]: election(handlesMembers),
    [`GET ${one}/documents/{document}`]: election(handlesMembers, undefined, undefined, { document: 'request' }),
    [`GET ${one}/sheets/{list}`]: election(handlesMembers, undefined, undefined, { list: 'candidates' }),
    [`POST ${one}/sheets/{list}/reading`]: {
      rule: handlesMembers,
      async ask(there: There, kit: Kit) {
        const { values } = await election(handlesMembers, undefined, undefined, { list: 'delegates' }).ask(there, kit)
        const body = Buffer.from('姓名,性别,选区,管理人员,一线职工\n王一,女,一分会,,是\n')
        return { values, body, headers: { 'content-type': 'text/csv' } }
      },
    },
    [`POST ${one}/plan`]: election(handlesMembers, changed, notOpen),
    [`POST ${one}/request`]: election(handlesMembers, {}, notOpen),
    [`POST ${one}/agreement`]: election(runsUnits, {}, notOpen),
    [`POST ${one}/return`]: election(runsUnits, reason, notOpen),
    [`POST ${one}/cancellation`]: election(handlesMembers, reason, notOpen),
    [`POST ${one}/candidates`]: election(handlesMembers, { candidates: [] }, notOpen),
    [`POST ${one}/delegates`]: election(handlesMembers, { delegates: [] }, notOpen),
    [`POST ${one}/publication`]: election(handlesMembers, {}, notOpen),
    [`POST ${one}/reopening`]: election(handlesMembers, reason, notOpen),
    [`POST ${one}/meeting`]: election(handlesMembers, meeting, notOpen),
    [`POST ${one}/meeting-again`]: election(handlesMembers, reason, notOpen),
    [`POST ${one}/counts`]: election(handlesMembers, count, notOpen),
    [`POST ${one}/candidates/{candidate}/declaration`]: election(
      handlesMembers,
      { declared: [], engagement: 'part_time' },
      notOpen,
      { candidate: newId() },
    ),
    [`POST ${one}/rounds`]: election(handlesMembers, { body: 'committee' }, notOpen),
    [`POST ${one}/fewer-seats`]: election(handlesMembers, { body: 'committee' }, notOpen),
    [`POST ${one}/closing`]: election(handlesMembers, {}, notOpen),
    [`POST ${one}/recount`]: election(handlesMembers, reason, notOpen),
    [`POST ${one}/report`]: election(handlesMembers, {}, notOpen),
    [`POST ${one}/approval`]: election(runsUnits, document, notOpen),
    [`POST ${one}/refusal`]: election(runsUnits, reason, notOpen),
    'POST /units/{unit}/removals': { rule: handlesMembers, ask: (there: There) => aboutUnit(there, removal) },
    [`GET ${other}`]: removed(handlesMembers),
    [`POST ${other}/vote`]: removed(handlesMembers, { heldOn: '2026-03-02', all: 60, yes: 31 }, notOpen),
    [`POST ${other}/withdrawal`]: removed(handlesMembers, reason, notOpen),
    [`POST ${other}/report`]: removed(handlesMembers, {}, notOpen),
    [`POST ${other}/approval`]: removed(runsUnits, document, notOpen),
    [`POST ${other}/refusal`]: removed(runsUnits, reason, notOpen),
  }
}
