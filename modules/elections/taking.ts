import type { CommandContext, Outcome } from '@gongqiao/kernel/command/command.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { findOpenUnit, type OpenUnit } from '@gongqiao/modules/organization/index.ts'
import type { ElectionView } from './contract.ts'
import { definitionOf } from './definitions.ts'
import { electionView, standsAbove } from './election-view.ts'
import { type ElectionRow, findStoredElection } from './stored.ts'

export type Context<I = unknown> = CommandContext<I, 'post'>

/** An election that a command works on: its row, its locked matter, its union. */
export type Opened = { readonly election: ElectionRow; readonly before: Matter; readonly unit: OpenUnit }

/**
 * Locks an election for a command, and asks whether whoever acts may.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open` unless it is in one of the states.
 */
export async function openElection(
  { tx, matters, allow }: Context,
  { cell, matter }: { readonly cell: number; readonly matter: string },
  states?: readonly string[],
): Promise<Opened> {
  const found = await findStoredElection(tx, cell, matter)
  if (!found) throw absent()
  const before = await matters.open(definitionOf[found.kind], cell, matter)
  allow(before.host)
  const unit = await findOpenUnit(tx, found.unit)
  // Read again under the lock: somebody else may have changed it while this one waited.
  const election = await findStoredElection(tx, cell, matter)
  if (!election || !unit) throw absent()
  if (states && !states.includes(before.state)) throw new Refusal('matter.step_not_open')
  return { election, before, unit }
}

/** Refuses `elections.from_above` unless whoever acts stands above the union: nobody approves their own election (ELE-40). */
export async function refuseUnlessAbove({ tx, actor }: Pick<Context, 'tx' | 'actor'>, unit: OpenUnit): Promise<void> {
  if (!(await standsAbove(tx, unit, { actor, language: actor.language }))) throw new Refusal('elections.from_above')
}

/** Who begins a matter, as its history will say. */
export function beginnerOf(actor: Context['actor']) {
  return actor.kind === 'post'
    ? { kind: actor.kind, account: actor.account, post: actor.post.id }
    : { kind: actor.kind, account: null, post: null }
}

type Note = { readonly reason?: string; readonly owner?: string | null }

/** Takes a step of an election and answers with how it stands. */
export async function takeStep(
  context: Context,
  { election, before }: Opened,
  step: string,
  note: Note = {},
): Promise<Outcome<ElectionView>> {
  const after = await context.matters.take(definitionOf[election.kind], before, step, note)
  return {
    ...(await changed(context, election)),
    before: { state: before.state },
    after: { state: after.state },
    facts: [
      {
        cell: election.cell,
        name: 'elections.step_taken',
        body: { matter: election.matter, unit: election.unit, step, from: before.state, to: after.state },
      },
    ],
  }
}

/** The outcome of a command that changed an election's content and no state. */
export async function changed(
  { tx, services, today, actor }: Context,
  { cell, matter }: Pick<ElectionRow, 'cell' | 'matter'>,
): Promise<Outcome<ElectionView> & { readonly answer: ElectionView }> {
  const election = await findStoredElection(tx, cell, matter)
  if (!election) throw new Error('an election does not go away')
  const answer = await electionView(tx, services, election, today, { actor, language: actor.language })
  return { cell, subject: matter, answer }
}
