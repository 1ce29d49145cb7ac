import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { RowCells } from '@gongqiao/kernel/imports/kind.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { plainText } from '@gongqiao/kernel/sheets/plain-text.ts'
import { identityText } from '@gongqiao/modules/people/index.ts'
import type { RosterLine } from './read-row.ts'
import { cellsOfScope, deniedRosters } from './records.ts'
import type { UnitsFound } from './units.ts'

/** What is remembered from batch to batch of one pass over a roster. */
export type RosterMemory = {
  readonly units: UnitsFound
  /** The cells of the scope and what people there have denied, once asked for. */
  readonly scope: (tx: Tx, range: PlaceRange) => Promise<RosterScope>
  /** Rows of the roll that the sheet names. */
  readonly named: Set<string>
  /** Names of lines that could not be read: whoever is called so is not gone. */
  readonly unread: Set<string>
}

/** Where a roster is looked for, and who has said that one names them wrongly. */
export type RosterScope = { readonly cells: readonly number[]; readonly denied: ReadonlySet<string> }

/** What a line is looked up by. */
export type LineDigests = { readonly identity: Buffer; readonly phone: Buffer | null }

export function rosterMemory(): RosterMemory {
  let known: RosterScope | undefined
  return {
    units: new Map(),
    named: new Set(),
    unread: new Set(),
    async scope(tx, range) {
      if (known) return known
      const cells = await cellsOfScope(tx, range)
      known = { cells, denied: await deniedRosters(tx, cells) }
      return known
    },
  }
}

/** The digests of a line. */
export function digestsOfLine({ person, phone }: RosterLine, { keyring }: Services): LineDigests {
  return {
    identity: keyring.digest('identity', identityText(person.identityKind, person.identityNumber)),
    phone: phone === null ? null : keyring.digest('phone', phone),
  }
}

/** Remembers whom a line names that could not be read. */
export function rememberUnread(memory: RosterMemory, cells: RowCells): void {
  const name = plainText(cells['name']?.text ?? '').replace(/\s/g, '')
  if (name !== '') memory.unread.add(name)
}
