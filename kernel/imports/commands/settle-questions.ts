import { Type } from 'typebox'
import { command } from '../../command/command.ts'
import { Refusal } from '../../refusal.ts'
import { Choices, ImportView, importKey } from '../contract.ts'
import { asPost, type ImportParts, kindNamed, mayImport } from '../parts.ts'
import { lockImport, moveTo, queueWork, readImport } from '../record.ts'
import { importView } from '../view.ts'

type Asked = { key: string; candidates: { id: string }[]; remember: boolean }

/** A choice that says that no candidate is meant. */
export const noneOfThem = 'none'

/**
 * Settles what only the clerk can decide, once for all rows that ask it, and remembers it for the next sheet where it
 * will mean the same. The rows are checked again.
 *
 * Refuses `imports.no_such_choice`, `matter.step_not_open` unless the dry run has been made and nothing runs.
 */
export function settleQuestions(parts: ImportParts) {
  return command({
    act: 'kernel.settle_import',
    by: ['post'],
    input: Type.Object({ ...importKey, choices: Choices }, { additionalProperties: false }),
    output: ImportView,
    cellOf: ({ cell }) => cell,
    async run({ tx, input, actor, now, allow, services }) {
      const record = await lockImport(tx, input.cell, input.import)
      allow({ cell: record.cell, path: record.path })
      const post = asPost(actor)
      mayImport(kindNamed(parts, record.kind), post)
      const settling = record.state === 'checking' && record.total !== null
      if (record.state !== 'checked' && !settling) throw new Refusal('matter.step_not_open')

      const { cell, id } = record
      const asked = await tx.many<Asked>(
        `select key, candidates, remember from kernel.import_question where cell_id = $1 and import_id = $2 and key = any($3::text[])`,
        [cell, id, input.choices.map(({ question }) => question)],
      )
      const choices = input.choices.map(({ question, choice }) => {
        const found = asked.find(({ key }) => key === question)
        if (!found || (choice !== noneOfThem && !found.candidates.some((candidate) => candidate.id === choice)))
          throw new Refusal('imports.no_such_choice')
        return { key: question, choice, remember: found.remember && choice !== noneOfThem }
      })
      await tx.run(
        `update kernel.import_question q set choice = c.choice from unnest($3::text[], $4::text[]) as c (key, choice)
         where q.cell_id = $1 and q.import_id = $2 and q.key = c.key`,
        [cell, id, choices.map(({ key }) => key), choices.map(({ choice }) => choice)],
      )
      const lasting = choices.filter(({ remember }) => remember)
      await tx.run(
        `insert into kernel.import_choice (cell_id, unit_id, kind, key, choice, account_id, at)
         select $1, $2, $3, key, choice, $4, $5 from unnest($6::text[], $7::text[]) as c (key, choice)
         on conflict (cell_id, unit_id, kind, key) do update set choice = excluded.choice, account_id = excluded.account_id, at = excluded.at`,
        [
          ...[cell, record.unit, record.kind, post.account, now],
          ...[lasting.map(({ key }) => key), lasting.map(({ choice }) => choice)],
        ],
      )
      await moveTo(tx, record, { state: 'checking', done: record.done })
      await queueWork(tx, record, now)
      return {
        cell,
        subject: id,
        after: { settled: choices.length },
        answer: await importView(tx, services, parts, await readImport(tx, cell, id), actor.language),
      }
    },
  })
}
