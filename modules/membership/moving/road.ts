import type { ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext } from '@gongqiao/kernel/command/command.ts'

/** What moving works with: one transaction, and a way to open each cell it touches. */
export type Road = Pick<CommandContext<unknown, ActorKind>, 'tx' | 'now' | 'today' | 'services'> & {
  /** Opens a whole cell for the statements that follow; the command has declared why. */
  readonly open: (cell: number) => Promise<void>
}

/**
 * Why somebody moves. `transfer` 转会: the person goes and the union stays, a retained membership becomes active again
 * (MEM-38), and what the old union still asked of them ends. `succession` 承继: the union itself goes on as another one
 * (merge, split, closing); everybody keeps the standing they have, and what is open about them goes along.
 */
export type Reason = 'transfer' | 'succession'

/** Somebody on the roll before they move, locked. */
export type Mover = {
  readonly membership: string
  readonly person: string
  readonly unit: string
  readonly path: string
  readonly status: Standing
  readonly claimed: boolean
  readonly affirmed: boolean
  /** Only a roster names them here, and their record stands in this cell for another union too. */
  readonly shared: boolean
}

/** As what somebody stands on the roll. */
export type Standing = 'provisional' | 'listed' | 'active' | 'retained'

/** As what somebody stands after a move. */
export function standingAfter({ status }: Pick<Mover, 'status'>, reason: Reason): Standing {
  return reason === 'transfer' && status === 'retained' ? 'active' : status
}
