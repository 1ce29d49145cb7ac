import { Type } from 'typebox'
import { systemActor } from '../command/actor.ts'
import { command } from '../command/command.ts'
import { perform } from '../command/perform.ts'
import type { Job, JobParts, JobReport } from '../jobs/job.ts'
import { readCell } from '../jobs/read-cell.ts'
import { cellsWithImports } from '../national-scans.ts'
import { Done, done } from '../shapes.ts'
import { readNetwork } from '../verify/invariant.ts'
import { importKey } from './contract.ts'
import { letGoOfImportFile } from './kept-file.ts'
import { endWork, keptDays, lockImport } from './record.ts'

const dayMs = 86_400_000
const system = systemActor('kernel.imports')
const due = `select id, path from kernel.import where cell_id = $1 and let_go_at is null and coalesce(ended_at, created_at) < $2
  and state not in ('checking', 'running', 'undoing') order by id limit 500`

/** Rows of one statement: a long sheet's are more than one may take time for. */
const rowsAtOnce = 20_000
const emptyRows = `update kernel.import_row set contents = null, before = null, handout = null, mark = null
  where cell_id = $1 and import_id = $2 and number > $3 and number <= $4
    and (contents is not null or before is not null or handout is not null or mark is not null)`

/**
 * Lets go of what an import read: contents of rows, what stood there before, the file. What was found and done stays, by
 * row number. A sheet that nobody went on with for thirty days is given up with it.
 */
export const letGoOfImport = command({
  act: 'kernel.let_go_of_import',
  by: [],
  input: Type.Object({ ...importKey, path: Type.String() }, { additionalProperties: false }),
  output: Done,
  cellOf: ({ cell }) => cell,
  beyond: { import: 'its time is up: the import, wherever it stands' },
  async run({ tx, input, now, allow, reach, services }) {
    allow.anywhere()
    await reach('import', { cell: input.cell, path: input.path })
    const { cell, id, fileBytes, state } = await lockImport(tx, input.cell, input.import)
    const { last } = await tx.one<{ last: number }>(
      'select coalesce(max(number), 0) as last from kernel.import_row where cell_id = $1 and import_id = $2',
      [cell, id],
    )
    for (let from = 0; from < last; from += rowsAtOnce) await tx.run(emptyRows, [cell, id, from, from + rowsAtOnce])
    await tx.run(
      `update kernel.import set let_go_at = $3, file_name = '', sheet = sheet - 'columns' || '{"columns": []}'::jsonb,
         state = case when state in ('uploaded', 'checked') then 'cancelled' else state end, ended_at = coalesce(ended_at, $3)
       where cell_id = $1 and id = $2`,
      [cell, id, now],
    )
    await endWork(tx, { cell, id })
    await letGoOfImportFile(services, { cell, import: id, sizeBytes: fileBytes })
    return { cell, subject: id, before: { state }, after: { letGo: true }, answer: done }
  },
})

async function run({ services, signal }: JobParts): Promise<JobReport> {
  const before = new Date(services.now().getTime() - keptDays * dayMs)
  let imports = 0
  for (const cell of await readNetwork(services.pool, cellsWithImports)) {
    const rows = await readCell(services.pool, cell, (tx) => tx.many<{ id: string; path: string }>(due, [cell, before]))
    for (const { id, path } of rows) {
      signal.throwIfAborted()
      await perform(services, system, letGoOfImport, { cell, import: id, path })
      imports++
    }
  }
  return { imports }
}

/** Lets go each night of what imports read more than thirty days ago. */
export const letGoOfImports: Job = {
  name: 'kernel.let_go_of_imports',
  schedule: '40 3 * * *',
  retry: { times: 3, delaySeconds: 600 },
  longestSeconds: 3_600,
  run,
}
