import type { ImportView, RowOutcome, Verdict } from '@gongqiao/modules/people/contract.ts'
import { isWorking, type RowsShown } from './queries.ts'

/** One way of looking at the rows of an import. */
export type RowFilter = { readonly id: Verdict | RowOutcome; readonly count: number; readonly rows: RowsShown }

/** How often each verdict was found, by its name. */
export function countOf({ counts }: Pick<ImportView, 'counts'>, verdict: Verdict): number {
  return verdict === 'needs_person' ? counts.needsPerson : counts[verdict]
}

/**
 * The ways of looking that bring something now: before the run by what was found, after it by what became of the rows
 * and by what was found of the others.
 */
export function filtersOf(view: ImportView): RowFilter[] {
  const verdicts = (...names: Verdict[]) =>
    names.map((id): RowFilter => ({ id, count: countOf(view, id), rows: { verdict: id } }))
  const outcomes = (...names: RowOutcome[]) =>
    names.map((id): RowFilter => ({ id, count: view.outcomes[id], rows: { outcome: id } }))
  const filters =
    ['uploaded', 'checking', 'checked'].includes(view.state) || !ran(view)
      ? verdicts('invalid', 'ambiguous', 'new', 'changed', 'needs_person', 'same', 'gone')
      : [
          ...outcomes('kept', 'undone', 'stale', 'applied', 'asked'),
          ...verdicts('invalid', 'ambiguous', 'same', ...(view.steps.includes('leave') ? [] : (['gone'] as const))),
        ]
  return filters.filter(({ count }) => count > 0)
}

/** Whether anything became of any row. */
export function ran({ outcomes, state }: Pick<ImportView, 'outcomes' | 'state'>): boolean {
  return state === 'done' || Object.values(outcomes).some((count) => count > 0)
}

/** Changes when the rows of an import may have changed. */
export function rowsStand(view: ImportView): string {
  const { state, counts, outcomes } = view
  if (isWorking(state)) return state
  return [state, ...Object.values(counts), ...Object.values(outcomes)].join(' ')
}
