import type { Tx } from '../database/tx.ts'
import { cellsWithImports } from '../national-scans.ts'
import { type Finding, type Invariant, inEachCell } from '../verify/invariant.ts'

type Counted = {
  readonly id: string
  readonly state: string
  readonly said: string
  readonly has: string
  readonly works: boolean
}

const listed = 200

const counted = `select i.id, i.state,
    concat_ws(' ', i.new_rows, i.changed_rows, i.same_rows, i.needs_person_rows, i.ambiguous_rows, i.invalid_rows, i.gone_rows,
      i.applied_rows, i.asked_rows, i.stale_rows, i.undone_rows, i.kept_rows) as said,
    concat_ws(' ', r.new, r.changed, r.same, r.needs_person, r.ambiguous, r.invalid, r.gone,
      r.applied, r.asked, r.stale, r.undone, r.kept) as has,
    w.import_id is not null as works
  from (select * from kernel.import where cell_id = $1 and id > $2 order by id limit $3) i
  left join kernel.import_work w on w.cell_id = $1 and w.import_id = i.id
  cross join lateral (
    select count(*) filter (where verdict = 'new') as new, count(*) filter (where verdict = 'changed') as changed,
      count(*) filter (where verdict = 'same') as same, count(*) filter (where verdict = 'needs_person') as needs_person,
      count(*) filter (where verdict = 'ambiguous') as ambiguous, count(*) filter (where verdict = 'invalid') as invalid,
      count(*) filter (where verdict = 'gone') as gone, count(*) filter (where outcome = 'applied') as applied,
      count(*) filter (where outcome = 'asked') as asked, count(*) filter (where outcome = 'stale') as stale,
      count(*) filter (where outcome = 'undone') as undone, count(*) filter (where outcome = 'kept') as kept
    from kernel.import_row where cell_id = $1 and import_id = i.id
  ) r
  order by i.id`

const works: ReadonlySet<string> = new Set(['checking', 'running', 'undoing'])

async function importsOf(tx: Tx, cell: number): Promise<Finding> {
  const found: Counted[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await tx.many<Counted>(counted, [cell, after, listed])
    found.push(...page)
    const last = page.at(-1)
    if (!last || page.length < listed) break
    after = last.id
  }
  const breaches = found.flatMap(({ id, state, said, has, works: queued }) => {
    const row = `kernel.import (${cell}, ${id})`
    return [
      ...(said === has ? [] : [{ row, words: `counts ${said}, and its rows are ${has}` }]),
      ...(works.has(state) === queued ? [] : [{ row, words: `is ${state}, and ${queued ? 'is' : 'is not'} in line` }]),
    ]
  })
  return { checked: found.length, breaches }
}

/** What holds of imports: what a clerk is told of a sheet is what stands in its rows, and whatever works is in line. */
export const importInvariants: readonly Invariant[] = [
  {
    name: 'kernel.import_counts',
    words: 'an import counts what its rows are, and is in line while it works',
    check: inEachCell(cellsWithImports, importsOf),
  },
]
