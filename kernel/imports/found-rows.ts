import type { PostActor } from '../command/actor.ts'
import { hot, type Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { newId } from '../shared/ids.ts'
import { type Contents, sealOfRow } from './contents.ts'
import { type Verdict, verdicts } from './contract.ts'
import type { Finding, Question, RowFault, Subject } from './kind.ts'
import type { ImportRecord } from './record.ts'

/** A row with what was found of it, as it is kept. */
export type FoundRow = {
  readonly number: number
  readonly rank: number
  readonly finding: Finding | { readonly verdict: 'gone'; readonly subject: Subject }
  /** Undefined for whoever stands in no row of the sheet. */
  readonly contents: Contents | undefined
}

// Contents come as one run of bytes with the length of each: an array of them would be written out as text, many times as long.
const insertRows = hot(
  'kernel.insert_import_rows',
  `insert into kernel.import_row (cell_id, import_id, number, path, rank, verdict, question, faults, changes, contents,
     subject_cell, subject_id)
   select $1, $2, number, $3, rank, verdict, question, faults, string_to_array(changes, ' '),
     case when size > 0 then substring($10::bytea from start for size) end, subject_cell, subject_id
   from unnest($4::int[], $5::int[], $6::text[], $7::text[], $8::jsonb[], $9::text[], $11::int[], $12::uuid[], $13::int[], $14::int[])
     as r (number, rank, verdict, question, faults, changes, subject_cell, subject_id, start, size)`,
)

const addCounts = hot(
  'kernel.add_import_counts',
  `update kernel.import set new_rows = new_rows + $3, changed_rows = changed_rows + $4, same_rows = same_rows + $5,
     needs_person_rows = needs_person_rows + $6, ambiguous_rows = ambiguous_rows + $7, invalid_rows = invalid_rows + $8,
     gone_rows = gone_rows + $9, done = done + $10
   where cell_id = $1 and id = $2`,
)

const addFaults = hot(
  'kernel.add_import_faults',
  `insert into kernel.import_fault (cell_id, import_id, column_key, code, rows)
   select $1, $2, column_key, code, rows from unnest($3::text[], $4::text[], $5::int[]) as f (column_key, code, rows)
   on conflict (cell_id, import_id, column_key, code) do update set rows = import_fault.rows + excluded.rows`,
)

const addQuestions = hot(
  'kernel.add_import_questions',
  `insert into kernel.import_question (cell_id, import_id, key, column_key, given, candidates, remember)
   select $1, $2, key, column_key, given, candidates, remember
   from unnest($3::text[], $4::text[], $5::text[], $6::jsonb[], $7::boolean[]) as q (key, column_key, given, candidates, remember)
   on conflict (cell_id, import_id, key) do nothing`,
)

const insertLooks = hot(
  'kernel.insert_import_looks',
  `insert into kernel.access (cell_id, id, at, act, account_id, post_id, post_title, unit_name, subjects)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)

/** What of a finding is kept in the row. */
function parts({ finding }: Pick<FoundRow, 'finding'>) {
  return {
    verdict: finding.verdict,
    question: finding.verdict === 'ambiguous' ? finding.question : undefined,
    faults: faultsOf(finding),
    changes: finding.verdict === 'changed' || finding.verdict === 'needs_person' ? finding.columns.join(' ') : null,
    subject: 'subject' in finding ? finding.subject : undefined,
  }
}

/** Faults of an invalid row, notes of another. */
function faultsOf(finding: FoundRow['finding']): readonly RowFault[] {
  if (finding.verdict === 'invalid') return finding.faults
  return 'notes' in finding ? (finding.notes ?? []) : []
}

/** How often each verdict stands among findings, with what is taken away. */
export type Counts = { readonly [V in Verdict]: number }
export const noCounts: Counts = { new: 0, changed: 0, same: 0, needs_person: 0, ambiguous: 0, invalid: 0, gone: 0 }
export function countVerdicts(found: readonly { readonly verdict: Verdict }[]): Counts {
  const counts = { ...noCounts }
  for (const { verdict } of found) counts[verdict]++
  return counts
}

/** Adds to the counts of an import; what is less than 0 is taken away. */
export async function changeCounts(tx: Tx, record: ImportRecord, counts: Counts, done: number): Promise<void> {
  await tx.run(addCounts, [record.cell, record.id, ...verdicts.map((verdict) => counts[verdict]), done])
}

const nothing = Buffer.alloc(0)

/** Keeps a batch of rows with what was found of each: contents sealed, faults, questions and verdicts counted. */
export async function keepRows(
  tx: Tx,
  services: Services,
  record: ImportRecord,
  rows: readonly FoundRow[],
  done: number,
): Promise<void> {
  if (rows.length === 0) return
  await services.keyring.dataKey(record.cell)
  const kept = rows.map(parts)
  const sealed = rows.map(({ number, contents }) =>
    contents === undefined
      ? nothing
      : sealOfRow(services, { cell: record.cell, import: record.id, number }, 'contents', contents),
  )
  let end = 1
  const starts = sealed.map((bytes) => {
    const start = end
    end += bytes.length
    return start
  })
  await tx.run(insertRows, [
    record.cell,
    record.id,
    record.path,
    rows.map((row) => row.number),
    rows.map((row) => row.rank),
    kept.map((row) => row.verdict),
    kept.map((row) => row.question?.key ?? null),
    kept.map((row) => (row.faults.length === 0 ? null : JSON.stringify(row.faults))),
    kept.map((row) => row.changes),
    Buffer.concat(sealed),
    kept.map((row) => row.subject?.cell ?? null),
    kept.map((row) => row.subject?.id ?? null),
    starts,
    sealed.map((bytes) => bytes.length),
  ])
  await countFaults(tx, record, rows, 1)
  await keepQuestions(
    tx,
    record,
    kept.flatMap((row) => row.question ?? []),
  )
  await changeCounts(tx, record, countVerdicts(kept), done)
}

/** Counts the faults of invalid rows, or (`by` -1) takes them away. */
export async function countFaults(
  tx: Tx,
  record: ImportRecord,
  rows: readonly Pick<FoundRow, 'finding'>[],
  by: 1 | -1,
): Promise<void> {
  const faults = rows.flatMap(({ finding }) => (finding.verdict === 'invalid' ? finding.faults : []))
  if (faults.length === 0) return
  const groups = [...Map.groupBy(faults, ({ column, code }) => `${column} ${code}`).values()]
  await tx.run(addFaults, [
    record.cell,
    record.id,
    groups.map(([first]) => first?.column),
    groups.map(([first]) => first?.code),
    groups.map((group) => by * group.length),
  ])
}

async function keepQuestions(tx: Tx, record: ImportRecord, asked: readonly Question[]): Promise<void> {
  const questions = [...new Map(asked.map((question) => [question.key, question])).values()]
  if (questions.length === 0) return
  await tx.run(addQuestions, [
    record.cell,
    record.id,
    questions.map((question) => question.key),
    questions.map((question) => question.column),
    questions.map((question) => question.given),
    questions.map((question) => JSON.stringify(question.candidates)),
    questions.map((question) => question.remember),
  ])
}

const amendRows = hot(
  'kernel.amend_import_rows',
  `update kernel.import_row r set verdict = a.verdict, question = a.question, faults = a.faults,
     changes = string_to_array(a.changes, ' '), subject_cell = a.subject_cell, subject_id = a.subject_id
   from unnest($3::int[], $4::text[], $5::text[], $6::jsonb[], $7::text[], $8::int[], $9::uuid[])
     as a (number, verdict, question, faults, changes, subject_cell, subject_id)
   where r.cell_id = $1 and r.import_id = $2 and r.number = a.number`,
)

/** Sees rows in another light: verdict, faults and counts follow. Rows that are not there are passed over. */
export async function amend(
  tx: Tx,
  record: ImportRecord,
  amended: readonly { readonly number: number; readonly finding: Finding }[],
): Promise<void> {
  if (amended.length === 0) return
  const before = await tx.many<{ number: number; verdict: Verdict; faults: readonly RowFault[] | null }>(
    'select number, verdict, faults from kernel.import_row where cell_id = $1 and import_id = $2 and number = any($3::int[])',
    [record.cell, record.id, amended.map(({ number }) => number)],
  )
  const known = new Set(before.map(({ number }) => number))
  const rows = amended.filter(({ number }) => known.has(number))
  const kept = rows.map(parts)
  await tx.run(amendRows, [
    record.cell,
    record.id,
    rows.map((row) => row.number),
    kept.map((row) => row.verdict),
    kept.map((row) => row.question?.key ?? null),
    kept.map((row) => (row.faults.length === 0 ? null : JSON.stringify(row.faults))),
    kept.map((row) => row.changes),
    kept.map((row) => row.subject?.cell ?? null),
    kept.map((row) => row.subject?.id ?? null),
  ])
  const were = before.flatMap(({ verdict, faults }) =>
    verdict === 'invalid' ? [{ finding: { verdict, faults: faults ?? [] } }] : [],
  )
  await countFaults(tx, record, were, -1)
  await countFaults(tx, record, rows, 1)
  await keepQuestions(
    tx,
    record,
    kept.flatMap((row) => row.question ?? []),
  )
  const [gone, come] = [countVerdicts(before), countVerdicts(kept)]
  const change = { ...noCounts }
  for (const verdict of verdicts) change[verdict] = come[verdict] - gone[verdict]
  await changeCounts(tx, record, change, 0)
}

/** Writes to the access log whose records were compared with the sheet. */
export async function logLooks(
  tx: Tx,
  actor: PostActor,
  act: string,
  rows: readonly Pick<FoundRow, 'finding'>[],
  now: Date,
): Promise<void> {
  const seen = rows.flatMap(({ finding }) => ('subject' in finding && finding.subject.person ? [finding.subject] : []))
  for (const [cell, some] of Map.groupBy(seen, (subject) => subject.cell)) {
    const { post } = actor
    const people = [...new Set(some.flatMap(({ person }) => person ?? []))]
    const look = [cell, newId(now.getTime()), now, act, actor.account, post.id, post.title, post.unitName, people]
    await tx.run(insertLooks, look)
  }
}
