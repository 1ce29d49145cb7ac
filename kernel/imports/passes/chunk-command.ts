import { type Static, type TSchema, Type } from 'typebox'
import { type Command, type CommandContext, command, type Outcome } from '../../command/command.ts'
import { Id } from '../../shapes.ts'
import { contextOf } from '../context.ts'
import { type ImportState, importKey } from '../contract.ts'
import type { AnyImportKind, ImportContext } from '../kind.ts'
import { asPost, type ImportParts, kindNamed, mayImport, unitOf } from '../parts.ts'
import { type ImportRecord, lockImport } from '../record.ts'

const chunkInput = Type.Object({ ...importKey, pass: Id }, { additionalProperties: false })

/** What one transaction of a pass works with. */
export type ChunkWork = {
  readonly given: CommandContext<Static<typeof chunkInput>, 'post'>
  readonly record: ImportRecord
  readonly kind: AnyImportKind
  readonly context: ImportContext
}

/** What a transaction of a pass came to: `stopped` when the import is no longer in the state the pass is for. */
export type ChunkOutcome = 'more' | 'ended' | 'stopped'
const ChunkAnswer = Type.Object({ outcome: Type.Enum(['more', 'ended', 'stopped']) }, { additionalProperties: false })

/** A command of the background: one transaction of a pass, with one audit row. */
export type ChunkCommand = Command<typeof chunkInput, typeof ChunkAnswer, 'post'>

type Done = Pick<Outcome<unknown>, 'after' | 'facts'> & { readonly outcome: ChunkOutcome }

/**
 * Makes one transaction of a pass. It runs as the post that began the import, in the scope of the import's unit, holds
 * the import's row, and does nothing when the import has been cancelled or another process has gone on with it.
 *
 * @param memory what the kind remembers from batch to batch of the pass
 */
export function chunkCommand(
  parts: ImportParts,
  act: string,
  state: ImportState,
  memory: unknown,
  work: (chunk: ChunkWork) => Promise<Done>,
): ChunkCommand {
  return command({
    act,
    by: ['post'],
    input: chunkInput,
    output: asShape(ChunkAnswer),
    cellOf: ({ cell }) => cell,
    async run(given) {
      const { tx, input, allow, services, now, today, within } = given
      const record = await lockImport(tx, input.cell, input.import)
      allow({ cell: record.cell, path: record.path })
      const actor = asPost(given.actor)
      const kind = kindNamed(parts, record.kind)
      mayImport(kind, actor)
      const { cell, id } = record
      if (record.state !== state || record.pass !== input.pass) {
        return { cell, subject: id, after: { state: record.state }, answer: { outcome: 'stopped' as const } }
      }
      const unit = await unitOf(parts, tx, record.unit)
      await within(unit.range)
      const context = await contextOf({ tx, services, actor, now, today }, record, unit, memory)
      const { outcome, after, facts } = await work({ given, record, kind, context })
      return { cell, subject: id, ...(after && { after }), ...(facts && { facts }), answer: { outcome } }
    },
  })
}

/** Keeps the shape's own type through the command's inference. */
function asShape<S extends TSchema>(shape: S): S {
  return shape
}
