import type { Actor } from '@gongqiao/kernel/command/actor.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { dueOf, historyOf } from '@gongqiao/kernel/matter/history.ts'
import { asMatter, type Matter, matterColumns } from '@gongqiao/kernel/matter/matters.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { openSteps } from '@gongqiao/kernel/shared/matter.ts'
import { covers } from '@gongqiao/kernel/shared/place.ts'
import { type OpenUnit, openUnitsById, ownerOf, unitNameOf } from '../open-unit.ts'
import type { FoundingElection, FoundingView } from './contract.ts'
import { type FoundingPaperKind, founding } from './machine.ts'
import { foundingPlaceShown } from './place-rules.ts'
import { employersOf, type FoundingRow, foundingRow, peopleOf } from './record.ts'
import { termEnd } from './rules.ts'

/** Steps that are the union above's alone: it replies and approves, and the union that is being founded does not. @see ORG-22 */
export const decidingSteps: readonly string[] = [
  'reply',
  'join_existing',
  'decline',
  'approve',
  'return_result',
  'stop',
]

/** The matter of a founding in the open scope. Refuses `kernel.absent`. */
export async function foundingMatter(tx: Tx, cell: number, id: string): Promise<Matter> {
  const row = await tx.maybe<Parameters<typeof asMatter>[0]>(
    `select ${matterColumns} from kernel.matter where cell_id = $1 and id = $2 and kind = $3`,
    [cell, id, founding.name],
  )
  if (!row) throw absent()
  return asMatter(row)
}

/** The union above a founding, and the one that is founded or that took the employer in. */
export async function unitsOfFounding(
  tx: Tx,
  row: FoundingRow,
): Promise<{ upper: OpenUnit; unit: OpenUnit | undefined; joined: OpenUnit | undefined }> {
  const ids = [row.host, row.unit, row.joined].filter((id) => id !== null)
  const units = await openUnitsById(tx, ids)
  const upper = units.get(row.host)
  if (!upper) throw new Error('a founding stands under a union')
  return { upper, unit: units.get(row.unit ?? ''), joined: units.get(row.joined ?? '') }
}

/** Tells whether somebody acts for the union above: replying and approving is theirs. */
export function decides(actor: Actor, upper: Pick<OpenUnit, 'cell_id' | 'path'>): boolean {
  if (actor.kind !== 'post' || !actor.post.acts.has('organization.decide_founding')) return false
  return actor.post.ranges.some((range) => covers(range, { cell: upper.cell_id, path: upper.path }))
}

/** A founding as an officer sees it; the scope that shows it is open. Refuses `kernel.absent`. */
export async function foundingView(
  tx: Tx,
  services: Services,
  actor: Actor,
  key: { readonly cell: number; readonly matter: string },
  today: string,
): Promise<FoundingView> {
  const { cell, matter: id } = key
  const matter = await foundingMatter(tx, cell, id)
  const row = await foundingRow(tx, cell, id)
  const { upper, unit, joined } = await unitsOfFounding(tx, row)
  const people = await peopleOf(tx, cell, id)
  const kept = await tx.many<{ kind: FoundingPaperKind }>(
    'select kind from organization.founding_paper where cell_id = $1 and matter_id = $2 order by kind',
    [cell, id],
  )
  const due = dueOf(services, matter, today, actor.language)
  const may = actor.kind === 'post' ? actor.post.acts : new Set<string>()
  const deciding = decides(actor, upper)
  const steps = openSteps(founding, matter.state, 'officer').filter((step) =>
    decidingSteps.includes(step) ? deciding : may.has('organization.run_founding'),
  )
  return {
    cell,
    matter: id,
    state: matter.state,
    upper: unitNameOf(upper),
    form: row.form,
    body: row.body,
    name: row.name,
    shortName: row.shortName,
    level: row.level,
    askedAs: row.askedAs,
    asks: row.asks,
    membersExpected: row.membersExpected,
    unit: unit ? unitNameOf(unit) : null,
    unitState: unit?.state ?? null,
    joined: joined ? unitNameOf(joined) : null,
    employers: await employersOf(tx, cell, id),
    group: people.group,
    election: electionOf(row, people),
    termEnd: row.electedOn === null || row.termYears === null ? null : termEnd(row.electedOn, row.termYears),
    ...(await foundingPlaceShown(tx, upper.cell_id, row.electedOn ?? today)),
    plannedOn: row.plannedOn,
    reply: { number: row.replyNumber, on: row.repliedOn },
    report: { number: row.reportNumber, on: row.reportedOn },
    approval: { number: row.approvalNumber, on: row.approvedOn },
    keptPapers: kept.map(({ kind }) => kind),
    openedAt: matter.openedAt.toISOString(),
    dueOn: matter.dueOn,
    dueWords: due?.words ?? null,
    overdue: due?.overdue ?? false,
    owner: await ownerOf(tx, matter, upper),
    steps,
    history: await historyOf(tx, cell, id),
  }
}

function electionOf(row: FoundingRow, people: Awaited<ReturnType<typeof peopleOf>>): FoundingElection | null {
  const { electedOn, meeting, ballot, members, womenMembers, expected, present, issued, returned, seats } = row
  if (electedOn === null || meeting === null || ballot === null) return null
  const counts = { members, womenMembers, expected, present, issued, returned, seats, termYears: row.termYears }
  const whole = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count ?? 0]))
  return {
    electedOn,
    meeting,
    ballot,
    ...asCounts(whole),
    committee: people.committee,
    review: people.review,
    women: people.women,
  }
}

type Counts = Pick<
  FoundingElection,
  'members' | 'womenMembers' | 'expected' | 'present' | 'issued' | 'returned' | 'seats' | 'termYears'
>

/** Safe because the names are those of the object it was made of. */
function asCounts(counts: { readonly [name: string]: number }): Counts {
  return counts as Counts
}
