import type { PostActor } from '../kernel/command/actor.ts'
import { agreeToElection } from '../modules/elections/commands/agree-to-election.ts'
import { closeCount } from '../modules/elections/commands/close-count.ts'
import { enterCandidates } from '../modules/elections/commands/enter-candidates.ts'
import { enterCount } from '../modules/elections/commands/enter-count.ts'
import { holdMeeting } from '../modules/elections/commands/hold-meeting.ts'
import { planElection } from '../modules/elections/commands/plan-election.ts'
import { publishCandidates } from '../modules/elections/commands/publish-candidates.ts'
import { reportResult } from '../modules/elections/commands/report-result.ts'
import { requestElection } from '../modules/elections/commands/request-election.ts'
import type { ElectionView, NewCandidate } from '../modules/elections/contract.ts'
import type { House } from './house.ts'

type Unit = { readonly id: string; readonly cell: number }
type Body = NewCandidate['bodies'][number]
type ElectionState = 'planned' | 'requested' | 'preparing' | 'published' | 'counting' | 'counted' | 'reported'

/** A plan that keeps every rule for a small union: a committee of three, its chair, three for the funds. */
export const smallPlan = {
  kind: 're_election',
  form: 'general',
  termYears: 3,
  chairBy: 'meeting',
  keepsAccounts: true,
  meetingOn: '2026-03-20',
  meetingPlace: '二楼会议室',
  contests: [
    { body: 'committee', seats: 3 },
    { body: 'chair', seats: 1 },
    { body: 'fund_review', seats: 3 },
  ],
} as const

/** Somebody who stands, of whom nothing is declared. */
export const stands = (name: string, bodies: readonly Body[], more: Partial<NewCandidate> = {}): NewCandidate => ({
  name,
  sex: 'female',
  bodies: [...bodies],
  declared: [],
  frontLine: true,
  modelWorker: false,
  engagement: 'part_time',
  ...more,
})

/** Helps a test through an election, one act after the other, with the union's own officer and the one above. */
export function makeElections(house: House, unit: Unit, officer: PostActor, above: PostActor) {
  /** Enters people into the union's own roll, as its roster would. */
  async function onRoll(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const { actor } = await house.applies({ unit, name })
      await house.rows(
        `update membership.membership set status = 'active', since = '2026-03-02' where person_id = $1`,
        [actor.person],
      )
    }
  }

  async function plan(more: object = {}): Promise<ElectionView> {
    return house.does(officer, planElection, { unit: unit.id, ...smallPlan, ...more })
  }

  const key = ({ cell, matter }: ElectionView) => ({ cell, matter })

  /** Both tellers count the same. */
  async function countAll(
    view: ElectionView,
    body: Body,
    yes: { readonly [name: string]: number },
    ballots: object = {},
  ) {
    const contest = view.contests.find((one) => one.body === body)
    const round = contest?.rounds.at(-1)
    const given = {
      present: view.present ?? 0,
      issued: view.present ?? 0,
      returned: view.present ?? 0,
      invalid: 0,
      ...ballots,
    }
    const nameOf = new Map(view.candidates.map(({ id, name }) => [id, name]))
    const votes = (round?.candidates ?? []).map((candidate) => {
      const for_ = yes[nameOf.get(candidate) ?? ''] ?? 0
      return { candidate, yes: for_, no: given.returned - given.invalid - for_, abstain: 0 }
    })
    const count = { ...key(view), body, round: round?.number ?? 1, ...given, votes }
    await house.does(officer, enterCount, { ...count, teller: 1, tellerName: '计票人甲' })
    return house.does(officer, enterCount, { ...count, teller: 2, tellerName: '计票人乙' })
  }

  /** A whole small election up to a state, every rule kept: ten members, all elected by nine of them. */
  async function until(state: ElectionState, names: readonly string[]): Promise<ElectionView> {
    let view = await plan()
    if (state === 'planned') return view
    view = await house.does(officer, requestElection, key(view))
    if (state === 'requested') return view
    view = await house.does(above, agreeToElection, key(view))
    const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = ''] = names
    view = await house.does(officer, enterCandidates, {
      ...key(view),
      candidates: [
        stands(a, ['committee', 'chair']),
        stands(b, ['committee', 'chair']),
        ...[c, d].map((name) => stands(name, ['committee'])),
        ...[e, f, g, h].map((name) => stands(name, ['fund_review'])),
      ],
    })
    if (state === 'preparing') return view
    view = await house.does(officer, publishCandidates, key(view))
    if (state === 'published') return view
    house.moveTo('2026-03-20T18:00:00+08:00')
    view = await house.does(officer, holdMeeting, {
      ...key(view),
      ...{ heldOn: '2026-03-20', expected: names.length, present: names.length - 1, ballot: 'secret', proxies: 0 },
    })
    if (state === 'counting') return view
    const [most, some, few] = [names.length - 1, names.length - 2, 0]
    await countAll(view, 'committee', { [a]: most, [b]: some, [c]: some, [d]: few })
    await countAll(view, 'chair', { [a]: most, [b]: 0 })
    await countAll(view, 'fund_review', { [e]: most, [f]: most, [g]: some, [h]: few })
    view = await house.does(officer, closeCount, key(view))
    if (state === 'counted') return view
    return house.does(officer, reportResult, key(view))
  }

  return { onRoll, plan, until, countAll, key }
}
