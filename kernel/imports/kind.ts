import type { PostActor } from '../command/actor.ts'
import type { Fact } from '../command/command.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import type { PlaceRange } from '../shared/place.ts'
import type { Cell } from '../sheets/sheet.ts'

/** A text that a clerk reads, in both languages. */
export type Said = { readonly zh: string; readonly en: string }

/** One column 列 that a kind of sheet may have. */
export type ImportColumn = {
  readonly key: string
  /** The heading as the template writes it. */
  readonly title: Said
  /** Other headings it is known by, as sheets write them; blanks, brackets and what stands in them do not count. */
  readonly aliases: readonly string[]
  /** A sheet without it cannot be read. */
  readonly required: boolean
  /** What stands under the heading in the template. */
  readonly note?: Said
  /** A value for the example row of the template. */
  readonly example?: string
  /** Words to choose from in the template. */
  readonly choices?: readonly string[]
  /** Known, and not kept: why, as the dry run says it. Its cells are never read. */
  readonly dropped?: Said
  /** How a cell's text is shown on a screen; without it as it is. */
  readonly mask?: (text: string) => string
}

/** The cells of one row by column key; columns without a place in the sheet and empty cells are left out. */
export type RowCells = { readonly [column: string]: Cell | undefined }

/** What is wrong with, or worth saying of, one cell. Variables hold no content of a cell. */
export type RowFault = {
  readonly column: string
  /** Key of a text in `texts/`. */
  readonly code: string
  readonly variables?: { readonly [name: string]: string | number }
}

/** A row that was understood, or everything that is wrong with it at once. */
export type RowRead<R> =
  | { readonly value: R; readonly notes?: readonly RowFault[] }
  | { readonly faults: readonly RowFault[] }

/** What a row is about, once it stands in the network; `person` when reading it is a look at somebody's record. */
export type Subject = { readonly cell: number; readonly id: string; readonly person?: string }

/** What only the clerk can decide. Its answer is asked for once and remembered for the unit when `remember` is set. */
export type Question = {
  /** Names it: rows with the same key are settled together. At most 200 characters; without personal data. */
  readonly key: string
  readonly column: string
  /** What the sheet says. Without personal data. */
  readonly given: string
  /** At most 20. A label may be the key of a text. */
  readonly candidates: readonly { readonly id: string; readonly label: string }[]
  readonly remember: boolean
}

/** What the dry run 试运行 finds of a row. */
export type Finding =
  | { readonly verdict: 'new'; readonly notes?: readonly RowFault[] }
  /** Stands there already, as the sheet says. */
  | { readonly verdict: 'same'; readonly subject: Subject; readonly notes?: readonly RowFault[] }
  /** `columns` differ. `needs_person`: only the person themselves may change that. */
  | {
      readonly verdict: 'changed' | 'needs_person'
      readonly subject: Subject
      readonly columns: readonly string[]
      readonly notes?: readonly RowFault[]
    }
  | { readonly verdict: 'invalid'; readonly faults: readonly RowFault[] }
  | { readonly verdict: 'ambiguous'; readonly question: Question }

/** What the end of the dry run adds: a row seen in another light, or somebody who is no longer in the sheet. */
export type Closing =
  | { readonly row: number; readonly finding: Finding }
  | { readonly verdict: 'gone'; readonly subject: Subject }

/** What a kind works with. The scope that is open is the import's: its unit and everything below. */
export type ImportContext<M = unknown> = {
  readonly tx: Tx
  readonly services: Services
  readonly actor: PostActor
  readonly now: Date
  /** The civil day in Asia/Shanghai. */
  readonly today: string
  readonly import: {
    readonly cell: number
    readonly id: string
    /** The unit it was started at. */
    readonly unit: string
    /** The unit and all below it: what lies outside is never read and never said. */
    readonly range: PlaceRange
  }
  /** What the clerk decided, by question key. */
  readonly choices: ReadonlyMap<string, string>
  /**
   * Takes the turn in cells before `apply` or `undo` looks and writes there: another import that enters people in one of
   * them waits until this batch is committed.
   */
  readonly turn: (cells: Iterable<number>) => Promise<void>
  /** What the kind remembers from batch to batch of one pass; made by its `memory`. */
  readonly memory: M
}

/** A row to check. */
export type ReadRow<R> = { readonly row: number; readonly value: R }

/** A row to apply, with what the dry run found and the clerk saw. */
export type CheckedRow<R> = ReadRow<R> & {
  readonly verdict: 'new' | 'changed' | 'needs_person'
  readonly subject: Subject | undefined
}

/** What became of a row. `stale`: the world changed since the dry run, and nothing was done; `reason` is the key of a text. */
export type Applied = { readonly row: number } & (
  | { readonly outcome: 'stale'; readonly reason: string }
  | {
      /** `asked`: the person was asked to confirm. */
      readonly outcome: 'applied' | 'asked'
      readonly subject: Subject
      /** What stood there before, for the undo. Kept sealed. */
      readonly before?: unknown
      /** What stands there now, as a keyed digest: whoever changes it later keeps it from being undone. */
      readonly mark: Buffer
      /** What is handed to somebody on paper (a one-time link). Kept sealed, shown to the clerk. */
      readonly handout?: string
    }
)

/** A row to take back. */
export type AppliedRow = {
  readonly row: number
  /** `gone`: a leaving that was decided. */
  readonly verdict: 'new' | 'changed' | 'needs_person' | 'gone'
  readonly subject: Subject
  readonly before: unknown
  readonly mark: Buffer
}

/** `kept`: somebody has touched it since; `reason` is the key of a text. */
export type Undone = { readonly row: number } & (
  | { readonly outcome: 'undone' }
  | { readonly outcome: 'kept'; readonly reason: string }
)

/**
 * A kind of sheet 导入种类: its columns, how a row is read, and what it does to the network. A module defines it as data and
 * four functions; files, headings, progress, resuming, error files and audit are the engine's.
 *
 * Batches hold at most 2,000 rows and are one transaction each; a function that is called again after a crash is called
 * with the same rows, and finds nothing of the first call. Each of its statements names one cell.
 */
export type ImportKind<R = unknown, M = unknown> = {
  /** `module.what`, in addresses too. */
  readonly name: string
  /** The act a post must have to import it. */
  readonly act: string
  readonly title: Said
  readonly columns: readonly ImportColumn[]
  /** Columns of which a sheet must have at least one: `[['name'], ['code', 'creditCode']]`. Required columns need not be said again. */
  readonly needs?: readonly (readonly string[])[]
  /** Reads one row, without the database. `R` must survive JSON: it is kept sealed until the import has ended. */
  readonly read: (cells: RowCells, today: string) => RowRead<R>
  /**
   * What no two rows of a sheet may share, with where the fault is told; undefined where a row has no such thing.
   * Rows with the same key and the same `print` repeat one another: the first counts. With another print nobody can
   * know which is right: none counts. Both stay in memory while a sheet is read, and are kept nowhere.
   */
  readonly identity?: (
    value: R,
    services: Services,
  ) => { readonly key: string; readonly print: string; readonly column: string } | undefined
  /** Rows of lower rank are applied first and undone last; 0 to 20, by default 0. */
  readonly rank?: (value: R) => number
  readonly memory: () => M
  /** The texts of a row that was understood, by column key; masked afterwards. Saves keeping them beside the value. */
  readonly shown?: (value: R) => { readonly [column: string]: string }
  /** Remembers of a row that could not be read what `close` must know: whoever it names is not gone. */
  readonly unread?: (memory: M, cells: RowCells) => void
  /** Finds out what each row is, in the order of the rows. Changes nothing. */
  readonly check: (context: ImportContext<M>, rows: readonly ReadRow<R>[]) => Promise<readonly Finding[]>
  /** Called once when all rows were checked. Changes nothing. */
  readonly close?: (context: ImportContext<M>) => AsyncIterable<Closing>
  /** Texts of subjects of one cell by column key, as a screen may show them (masked): for whoever stands in no row of the sheet. */
  readonly show?: (
    tx: Tx,
    cell: number,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly [column: string]: string }>>
  /**
   * Does it. Asks again whether each row still is what the dry run found, since time has passed.
   *
   * @returns what became of each row, the facts, and the people whose records were read
   */
  readonly apply: (
    context: ImportContext<M>,
    rows: readonly CheckedRow<R>[],
  ) => Promise<{ readonly rows: readonly Applied[]; readonly facts: readonly Fact[] }>
  /** Takes back what nobody has touched since. */
  readonly undo: (
    context: ImportContext<M>,
    rows: readonly AppliedRow[],
  ) => Promise<{ readonly rows: readonly Undone[]; readonly facts: readonly Fact[] }>
  /**
   * What the clerk may decide of rows that are `gone`, with what each decision does.
   */
  readonly leaving?: (
    context: ImportContext<M>,
    gone: readonly { readonly row: number; readonly subject: Subject }[],
  ) => Promise<{ readonly rows: readonly Applied[]; readonly facts: readonly Fact[] }>
}

/** A kind among others, of which only its own functions know what its rows are. */
export type AnyImportKind = ImportKind<unknown, unknown>

/** Safe because the engine gives a kind back only rows that the same kind read, and memories that it made. */
export function importKind<R, M>(kind: ImportKind<R, M>): AnyImportKind {
  return kind as unknown as AnyImportKind
}
