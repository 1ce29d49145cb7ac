import { serverIsAway } from '../database/failures.ts'
import { inTransaction } from '../database/tx.ts'
import { cellsWithFacts } from '../national-scans.ts'
import type { JobParts } from './job.ts'

/** Some cells could not be done; the others were. */
export class CellsLeft extends Error {
  readonly cells: readonly number[]
  constructor(cells: readonly number[]) {
    super(`${cells.length} cells were left for another time`)
    this.name = 'CellsLeft'
    this.cells = cells
  }
}

/**
 * Does work in each cell that something ever happened in, in order. A cell that fails is told and left, and the others go
 * on; when the installation stops, the walk ends between two cells.
 *
 * @throws CellsLeft at the end when cells failed, so that the job is tried again
 */
export async function walkCells(parts: JobParts, each: (cell: number) => Promise<void>): Promise<number> {
  const { services, signal } = parts
  const cells = await inTransaction(services.pool, undefined, cellsWithFacts, 'read only')
  const left: number[] = []
  for (const cell of cells) {
    signal.throwIfAborted()
    try {
      await each(cell)
    } catch (error) {
      if (serverIsAway(error)) throw error
      services.logMistake(error, { cell })
      left.push(cell)
    }
  }
  if (left.length > 0) throw new CellsLeft(left)
  return cells.length
}
