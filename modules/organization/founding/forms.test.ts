import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { approveResult } from './commands/approve-result.ts'
import { beginFoundingAtDesk } from './commands/begin-founding.ts'
import { nameGroup } from './commands/name-group.ts'
import { planElection } from './commands/plan-election.ts'
import { recordElection } from './commands/record-election.ts'
import { replyToRequest } from './commands/reply-to-request.ts'
import { reportResult } from './commands/report-result.ts'
import type { FoundingElection, FoundingView } from './contract.ts'
import { coversMany, foundingForms } from './machine.ts'

const house = await openHouse()
const { township } = house.units
const upper = await house.officer(township)
const on = '2026-03-02'
const key = ({ cell, matter }: FoundingView) => ({ cell, matter })

const group = [
  { name: '张一', post: 'leader', work: '主任' },
  { name: '李二', post: 'member' },
  { name: '王三', post: 'member' },
] as const
const result: FoundingElection = {
  ...{ electedOn: on, meeting: 'general', ballot: 'secret', members: 40, womenMembers: 4, seats: 3, termYears: 3 },
  ...{ expected: 40, present: 36, issued: 36, returned: 36 },
  committee: [
    { name: '张一', post: 'chair', yes: 35 },
    { name: '李二', post: 'vice_chair', yes: 30 },
    { name: '王三', post: 'member', yes: 28 },
  ],
  review: [{ name: '赵四', post: 'head', yes: 33 }],
  women: [{ name: '李二', post: 'member' }],
}

/** Founds a union of a form, day by day as the house says, with what each state is due by. */
async function founded(form: string, name: string, employers: readonly object[]) {
  const begun = await house.does(upper, beginFoundingAtDesk, {
    ...{ unit: township.id, form, body: 'committee', name, membersExpected: 40, employers },
  })
  const at = key(begun)
  const plan = { ...at, body: 'committee', members: 40, womenMembers: 4, on: '2026-03-20' }
  const views = [
    begun,
    await house.does(upper, replyToRequest, { ...at, number: '工组〔2026〕1号', on }),
    await house.does(upper, nameGroup, { ...at, people: group }),
    await house.does(upper, planElection, plan),
    await house.does(upper, recordElection, { ...at, result }),
    await house.does(upper, reportResult, { ...at, on }),
    await house.does(upper, approveResult, { ...at, number: '工组〔2026〕2号', on }),
  ]
  return views
}

test('each state of a founding is due by a day of its own rule, counted from the day it began', async () => {
  const views = await founded('single', '沙面灯具厂工会', [{ name: '沙面灯具厂', employees: 60 }])

  expect(views.map(({ state, dueOn }) => [state, dueOn])).toEqual([
    ['requested', '2026-03-23'],
    ['preparing', '2026-04-01'],
    ['recruiting', '2026-06-01'],
    ['election_planned', '2026-05-06'],
    ['elected', '2026-03-17'],
    ['result_reported', '2026-03-17'],
    ['approved', '2026-05-06'],
  ])
})

test.each(foundingForms.filter((form) => form !== 'agency'))(
  'a union of the form %s is founded with those it covers, at the level of its form (ORG-06, ORG-11, ORG-13)',
  async (form) => {
    const many = coversMany.includes(form)
    const employers = [{ name: `${form}一店`, employees: 8 }, ...(many ? [{ name: `${form}二店`, employees: 9 }] : [])]

    const view = (await founded(form, `沙面${form}联合工会`, employers)).at(-1)

    const level = ['village', 'region', 'industry', 'federation'].includes(form) ? 'village' : 'grassroots'
    expect(view).toMatchObject({ state: 'approved', unitState: 'active', level })
    expect(
      await house.rows(
        `select u.org_form, u.level, u.parent_id, count(c.employer_id)::int as covers from organization.unit u
         left join organization.covered_unit c on c.unit_id = u.id and c.valid_to is null
         where u.id = $1 group by u.org_form, u.level, u.parent_id`,
        [view?.unit?.id],
      ),
    ).toEqual([{ org_form: form, level, parent_id: township.id, covers: many ? 2 : 1 }])
    const joined = await house.applies({ unit: { id: view?.unit?.id ?? '' } })
    expect(joined.outcome.card?.unit.id).toBe(view?.unit?.id)
  },
)
