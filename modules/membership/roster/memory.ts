import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { RowCells } from '@gongqiao/kernel/imports/kind.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { plainText } from '@gongqiao/kernel/sheets/plain-text.ts'
import { cellsOfScope } from './records.ts'
import type { UnitsFound } from './units.ts'

/** What is remembered from batch to batch of one pass over a roster. */
export type RosterMemory = {
  readonly units: UnitsFound
  cells: readonly number[] | undefined
  readonly findCells: (tx: Tx, range: PlaceRange) => Promise<readonly number[]>
  /** Rows of the roll that the sheet names. */
  readonly named: Set<string>
  /** Names of lines that could not be read: whoever is called so is not gone. */
  readonly unread: Set<string>
}

export function rosterMemory(): RosterMemory {
  return { units: new Map(), cells: undefined, findCells: cellsOfScope, named: new Set(), unread: new Set() }
}

/** Remembers whom a line names that could not be read. */
export function rememberUnread(memory: RosterMemory, cells: RowCells): void {
  const name = plainText(cells['name']?.text ?? '').replace(/\s/g, '')
  if (name !== '') memory.unread.add(name)
}
