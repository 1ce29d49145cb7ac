import type { Tx } from '../database/tx.ts'
import { absent } from '../refusal.ts'
import type { Place } from '../shared/place.ts'
import type { MatterKind } from './kind.ts'
import type { MatterUnit } from './unit.ts'

/** What the engine is given: the kinds that modules define, and who knows units, posts and people. */
export type MatterParts = {
  readonly kinds: readonly MatterKind[]
  readonly units: {
    readonly byId: (tx: Tx, ids: Iterable<string>) => Promise<ReadonlyMap<string, MatterUnit>>
    /** The unit itself and those above it, the nearest first. */
    readonly above: (tx: Tx, id: string) => Promise<readonly MatterUnit[]>
    /** The unit that stands at a place. */
    readonly at: (tx: Tx, place: Place) => Promise<MatterUnit | undefined>
  }
  readonly people: {
    /** The cells that hold something of a person, in their order. */
    readonly cellsOf: (tx: Tx, person: string) => Promise<readonly number[]>
    /** From now on a cell holds something of a person. */
    readonly rememberCell: (tx: Tx, person: string, cell: number) => Promise<void>
    /** Somebody of a cell whose record the open scope shows. */
    readonly find: (
      tx: Tx,
      cell: number,
      person: string,
    ) => Promise<{ readonly name: string; readonly account: string | null } | undefined>
  }
}

/** The kind of a name. Refuses `kernel.absent`. */
export function kindNamed({ kinds }: Pick<MatterParts, 'kinds'>, name: string): MatterKind {
  const kind = kinds.find(({ definition }) => definition.name === name)
  if (!kind) throw absent()
  return kind
}
