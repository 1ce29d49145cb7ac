import type { PostActor } from '../kernel/command/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { approveResult } from '../modules/organization/founding/commands/approve-result.ts'
import { beginFoundingAtDesk } from '../modules/organization/founding/commands/begin-founding.ts'
import { nameGroup } from '../modules/organization/founding/commands/name-group.ts'
import { planElection } from '../modules/organization/founding/commands/plan-election.ts'
import { recordElection } from '../modules/organization/founding/commands/record-election.ts'
import { replyToRequest } from '../modules/organization/founding/commands/reply-to-request.ts'
import { reportResult } from '../modules/organization/founding/commands/report-result.ts'
import type { FoundingElection, FoundingView } from '../modules/organization/founding/contract.ts'
import { makeCreditCode } from '../packages/codes/index.ts'
import type { House } from './house.ts'

/** What a refusal says: its code and every fault. */
export const codes = async (work: Promise<unknown>) => {
  const refused = await work.catch((error: unknown) => error)
  return refused instanceof Refusal
    ? [refused.code, ...refused.faults.map(({ field, code }) => `${field} ${code}`)]
    : []
}

/** A founding's place. */
export const key = ({ cell, matter }: FoundingView) => ({ cell, matter })

/** What is founded here, unless a test says otherwise. */
export const plant = {
  form: 'single',
  body: 'committee',
  name: '沙面灯具厂工会委员会',
  membersExpected: 40,
  employers: [
    {
      name: '沙面灯具厂',
      creditCode: '91350100M000100Y43',
      industry: 'C387',
      employees: 60,
      women: 20,
      newEmployment: 2,
    },
  ],
} as const

export const group = [
  { name: '张一', post: 'leader', work: '车间主任' },
  { name: '李二', post: 'member' },
  { name: '王三', post: 'member' },
] as const

export const result: FoundingElection = {
  electedOn: '2026-03-02',
  meeting: 'general',
  ballot: 'secret',
  members: 40,
  womenMembers: 4,
  expected: 40,
  present: 36,
  issued: 36,
  returned: 36,
  seats: 3,
  termYears: 5,
  committee: [
    { name: '张一', post: 'chair', yes: 35 },
    { name: '李二', post: 'vice_chair', yes: 30 },
    { name: '王三', post: 'member', yes: 28 },
  ],
  review: [{ name: '赵四', post: 'head', yes: 33 }],
  women: [{ name: '李二', post: 'member' }],
}

let names = 0

/** Credit codes of employers that nobody else has in a test. @param ordinal below 10,000 */
export const employerCode = (ordinal: number) =>
  makeCreditCode({ registrar: '9', class: '1', division: '440103', subject: `MAF${String(ordinal).padStart(5, '0')}` })

/** Foundings of one house, by whoever answers for the township. */
export function foundingsOf(house: House, upper: PostActor) {
  const { township } = house.units
  const begin = (more: object = {}) => {
    const ordinal = ++names
    // An employer has one union (ORG-07): each founding is another employer's.
    const employers = plant.employers.map((employer) => ({ ...employer, creditCode: employerCode(ordinal) }))
    const name = `沙面${ordinal}号厂工会`
    return house.does(upper, beginFoundingAtDesk, { unit: township.id, ...plant, name, employers, ...more })
  }

  async function upTo(state: string, more: object = {}): Promise<FoundingView> {
    const at = key(await begin(more))
    const steps: [string, () => Promise<FoundingView>][] = [
      ['preparing', () => house.does(upper, replyToRequest, { ...at, number: '工组〔2026〕1号', on: '2026-03-02' })],
      ['recruiting', () => house.does(upper, nameGroup, { ...at, people: group })],
      [
        'election_planned',
        () =>
          house.does(upper, planElection, { ...at, body: 'committee', members: 40, womenMembers: 4, on: '2026-03-20' }),
      ],
      ['elected', () => house.does(upper, recordElection, { ...at, result })],
      ['result_reported', () => house.does(upper, reportResult, { ...at, on: '2026-03-02' })],
      ['approved', () => house.does(upper, approveResult, { ...at, number: '工组〔2026〕2号', on: '2026-03-02' })],
    ]
    for (const [reached, step] of steps) {
      const view = await step()
      if (view.state !== reached) throw new Error(`${view.state} instead of ${reached}`)
      if (reached === state) return view
    }
    throw new Error(`no state ${state}`)
  }
  return { begin, upTo }
}
