import { Type } from 'typebox'
import { command } from '../../command/command.ts'
import { Done, done, Id } from '../../shapes.ts'
import { importKey } from '../contract.ts'
import { endWork, lockImport, moveTo } from '../record.ts'

/** Ends an import that cannot go on, and says why where its clerk sees it. What was done stays and may be undone. */
export const failImport = command({
  act: 'kernel.fail_import',
  by: [],
  input: Type.Object(
    {
      ...importKey,
      path: Type.String(),
      pass: Id,
      trouble: Type.String(),
      variables: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    },
    { additionalProperties: false },
  ),
  output: Done,
  cellOf: ({ cell }) => cell,
  beyond: { import: 'why an import ended is written where it stands, whoever began it' },
  async run({ tx, input, now, allow, reach }) {
    allow.anywhere()
    await reach('import', { cell: input.cell, path: input.path })
    const record = await lockImport(tx, input.cell, input.import)
    const { cell, id, state } = record
    const works = state === 'checking' || state === 'running' || state === 'undoing'
    if (works && record.pass === input.pass) {
      const { trouble, variables: troubleVariables } = input
      await moveTo(tx, record, { state: 'failed', done: record.done, endedAt: now, trouble, troubleVariables })
      await endWork(tx, record)
    }
    return { cell, subject: id, before: { state }, after: { state: 'failed', trouble: input.trouble }, answer: done }
  },
})
