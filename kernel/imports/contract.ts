import { type Static, Type } from 'typebox'
import { Cell, Count, Cursor, Id, Instant, nullable } from '../shapes.ts'

const closed = { additionalProperties: false } as const

/** What the dry run found of a row 判定. */
export const verdicts = ['new', 'changed', 'same', 'needs_person', 'ambiguous', 'invalid', 'gone'] as const
export type Verdict = (typeof verdicts)[number]
export const Verdict = Type.Enum([...verdicts])

/** What became of a row 结果. */
export const outcomes = ['applied', 'asked', 'stale', 'undone', 'kept'] as const
export type RowOutcome = (typeof outcomes)[number]
export const RowOutcome = Type.Enum([...outcomes])

/** Where an import stands. */
export const importStates = [
  'uploaded',
  'checking',
  'checked',
  'running',
  'done',
  'undoing',
  'undone',
  'cancelled',
  'failed',
] as const
export type ImportState = (typeof importStates)[number]
export const ImportState = Type.Enum([...importStates])

/** What may be done now with an import: buttons come from here. */
export const importSteps = ['map', 'settle', 'run', 'cancel', 'undo', 'leave'] as const
export type ImportStep = (typeof importSteps)[number]

/** A column that a kind of sheet knows. */
export type KnownColumn = Static<typeof KnownColumn>
export const KnownColumn = Type.Object(
  {
    key: Type.String(),
    title: Type.String(),
    required: Type.Boolean(),
    note: nullable(Type.String()),
    /** Read by nobody: why. */
    dropped: nullable(Type.String()),
  },
  { $id: 'imports.KnownColumn', ...closed },
)

/** A kind of sheet that may be imported. */
export type ImportKindView = Static<typeof ImportKindView>
export const ImportKindView = Type.Object(
  { kind: Type.String(), title: Type.String(), columns: Type.Array(KnownColumn) },
  { $id: 'imports.Kind', ...closed },
)
export type ImportKindList = Static<typeof ImportKindList>
export const ImportKindList = Type.Object({ items: Type.Array(ImportKindView) }, { $id: 'imports.KindList', ...closed })

/** A column of the sheet with what it is taken for. */
export type SheetColumn = Static<typeof SheetColumn>
export const SheetColumn = Type.Object(
  {
    /** From 0. */
    index: Type.Integer({ minimum: 0 }),
    letter: Type.String({ description: 'A, B, … as the spreadsheet writes it' }),
    heading: Type.String(),
    /** The known column it is taken for, or null. */
    key: nullable(Type.String()),
    /** Why: the clerk's own mapping of the same sheet earlier, or the heading. */
    from: nullable(Type.Enum(['kept', 'heading', 'clerk'])),
    /** A few cells below it, masked. */
    samples: Type.Array(Type.String(), { maxItems: 3 }),
  },
  { $id: 'imports.SheetColumn', ...closed },
)

/** What the columns of a sheet are when it is read so. */
export type ImportHeadings = Static<typeof ImportHeadings>
export const ImportHeadings = Type.Object(
  { sheet: Type.String(), headerRows: Type.Array(Type.Integer()), sheetColumns: Type.Array(SheetColumn) },
  { $id: 'imports.Headings', ...closed },
)

/** The mapping 对应关系 that the clerk confirms. */
export type Mapping = Static<typeof Mapping>
export const Mapping = Type.Object(
  {
    sheet: Type.Optional(Type.String({ maxLength: 100, description: 'name of the sheet; the first one with rows' })),
    /** The rows that hold headings, from 1: one, or two that stand together; none where the sheet has none. */
    headerRows: Type.Array(Type.Integer({ minimum: 1, maximum: 20 }), { maxItems: 3 }),
    columns: Type.Array(
      Type.Object({ index: Type.Integer({ minimum: 0, maximum: 500 }), key: nullable(Type.String()) }, closed),
      { maxItems: 500 },
    ),
  },
  { $id: 'imports.Mapping', ...closed },
)

/** One kind of fault with how often it stands in the sheet. */
export type FaultCount = Static<typeof FaultCount>
export const FaultCount = Type.Object(
  {
    column: Type.String(),
    title: Type.String(),
    code: Type.String(),
    /** The fault and its cure in words. */
    text: Type.String(),
    rows: Count,
  },
  { $id: 'imports.FaultCount', ...closed },
)

/** An import 导入 as its clerk sees it. */
export type ImportView = Static<typeof ImportView>
export const ImportView = Type.Object(
  {
    cell: Cell,
    import: Id,
    kind: Type.String(),
    title: Type.String({ description: 'the kind in words' }),
    unit: Type.Object({ id: Id, name: Type.String() }, closed),
    fileName: Type.String(),
    state: ImportState,
    steps: Type.Array(Type.Enum([...importSteps])),
    /** The sheets of the workbook, and the one that is read. */
    sheets: Type.Array(Type.String()),
    sheet: Type.String(),
    headerRows: Type.Array(Type.Integer()),
    sheetColumns: Type.Array(SheetColumn),
    knownColumns: Type.Array(KnownColumn),
    /** Required columns that nothing in the sheet is taken for. */
    missing: Type.Array(Type.String()),
    /** Sentences about columns that are not kept, and why. */
    dropped: Type.Array(Type.String()),
    /** Rows with something in them, the headings not counted; null until the sheet was read to its end. */
    total: nullable(Count),
    /** How many rows the step that runs has done, and of how many (null while unknown). */
    progress: Type.Object({ done: Count, of: nullable(Count) }, closed),
    counts: Type.Object(
      {
        new: Count,
        changed: Count,
        same: Count,
        needsPerson: Count,
        ambiguous: Count,
        invalid: Count,
        gone: Count,
      },
      closed,
    ),
    outcomes: Type.Object({ applied: Count, asked: Count, stale: Count, undone: Count, kept: Count }, closed),
    faults: Type.Array(FaultCount),
    /** Why it failed, in words. */
    trouble: nullable(Type.String()),
    /** Unit and post of who started it. */
    by: Type.String(),
    createdAt: Instant,
    startedAt: nullable(Instant),
    endedAt: nullable(Instant),
    /** From this day on what was read is let go of, and the import can no longer be undone. */
    keptUntil: Instant,
  },
  { $id: 'imports.Import', ...closed },
)

/** One line of the list of imports. */
export type ImportLine = Static<typeof ImportLine>
export const ImportLine = Type.Object(
  {
    cell: Cell,
    import: Id,
    kind: Type.String(),
    title: Type.String(),
    fileName: Type.String(),
    state: ImportState,
    total: nullable(Count),
    applied: Count,
    invalid: Count,
    by: Type.String(),
    createdAt: Instant,
    endedAt: nullable(Instant),
  },
  { $id: 'imports.Line', ...closed },
)
export type ImportPage = Static<typeof ImportPage>
export const ImportPage = Type.Object(
  { items: Type.Array(ImportLine), next: nullable(Cursor) },
  { $id: 'imports.Page', ...closed },
)

/** A row of the sheet with what was found and what became of it. */
export type ImportRow = Static<typeof ImportRow>
export const ImportRow = Type.Object(
  {
    /** As the spreadsheet numbers it; 0 for somebody who is no longer in the sheet. */
    row: Type.Integer({ minimum: 0 }),
    /** Names the row in `leaving`. */
    number: Type.Integer({ minimum: 1 }),
    verdict: Verdict,
    /** Texts by column key: identity number and phone masked. Empty once let go of. */
    shown: Type.Record(Type.String(), Type.String()),
    /** Faults of an invalid row; of others what is worth saying (a number converted). Column, reason and cure in words. */
    faults: Type.Array(
      Type.Object(
        {
          column: Type.String(),
          title: Type.String(),
          letter: nullable(Type.String()),
          code: Type.String(),
          text: Type.String(),
        },
        closed,
      ),
    ),
    /** Columns that differ from what stands in the network. */
    changes: Type.Array(Type.String()),
    question: nullable(Type.String()),
    outcome: nullable(RowOutcome),
    /** Why nothing was done, or why it was kept at the undo. */
    reason: nullable(Type.String()),
    subject: nullable(Type.Object({ cell: Cell, id: Id }, closed)),
    /** What to hand to somebody (a one-time link). */
    handout: nullable(Type.String()),
  },
  { $id: 'imports.Row', ...closed },
)
export type ImportRowPage = Static<typeof ImportRowPage>
export const ImportRowPage = Type.Object(
  { items: Type.Array(ImportRow), next: nullable(Cursor) },
  { $id: 'imports.RowPage', ...closed },
)

/** What only the clerk can decide: settled once for all rows that ask it. */
export type ImportQuestion = Static<typeof ImportQuestion>
export const ImportQuestion = Type.Object(
  {
    question: Type.String(),
    column: Type.String(),
    title: Type.String(),
    given: Type.String(),
    rows: Count,
    candidates: Type.Array(Type.Object({ id: Type.String(), label: Type.String() }, closed)),
    choice: nullable(Type.String()),
  },
  { $id: 'imports.Question', ...closed },
)
export type ImportQuestionList = Static<typeof ImportQuestionList>
export const ImportQuestionList = Type.Object(
  { items: Type.Array(ImportQuestion) },
  { $id: 'imports.QuestionList', ...closed },
)

/** Answers to questions; `none` as a choice says that none of the candidates is meant: the rows become invalid. */
export type Choices = Static<typeof Choices>
export const Choices = Type.Array(
  Type.Object({ question: Type.String({ maxLength: 200 }), choice: Type.String({ maxLength: 200 }) }, closed),
  { minItems: 1, maxItems: 200 },
)

/** Names one import. */
export const importKey = { cell: Cell, import: Id } as const

/** Media types a sheet may come as. What it really is its content says. */
export const sheetTypes = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/vnd.ms-excel.sheet.macroEnabled.12',
  'application/octet-stream',
] as const
