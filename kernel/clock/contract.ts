import { dayKinds } from '@gongqiao/calendar'
import { type Static, Type } from 'typebox'
import { Count, Day, Id, Instant, nullable } from '../shapes.ts'

const closed = { additionalProperties: false } as const
/** Division code of six digits; 000000 the whole country. */
export const Region = Type.String({ pattern: '^(000000|[1-9][0-9]{5})$', description: '行政区划代码，000000 为全国' })
const RuleId = Type.String({ pattern: '^[A-Z][A-Z0-9-]{1,40}$' })
const units = Type.Enum(['hour', 'day', 'workday', 'month', 'year'])
const readings = Type.Enum(['day', 'workday'])
const confidences = Type.Enum(['V1', 'V2', 'U', 'REC'])

/** One version of a time limit 时限规则, in the reader's language and as it is kept. */
export type RuleVersion = Static<typeof RuleVersion>
export const RuleVersion = Type.Object(
  {
    id: Type.String(),
    region: Type.String(),
    article: Type.String(),
    source: Type.String(),
    wordsZh: Type.String(),
    wordsEn: Type.String(),
    event: Type.String({ description: 'what starts the clock, in the reader’s language' }),
    length: Type.Integer(),
    unit: units,
    altUnit: nullable(readings),
    counting: Type.Enum(['after', 'before', 'before_clear']),
    roll: Type.Boolean(),
    side: Type.Enum(['right', 'duty']),
    bearer: Type.String(),
    pauseOn: Type.Array(Type.String()),
    extendMax: nullable(Type.Integer()),
    onExpire: Type.String(),
    confidence: confidences,
    from: Day,
    to: nullable(Day),
    own: Type.Boolean({ description: 'made here, not shipped with the product' }),
  },
  { $id: 'kernel.RuleVersion', ...closed },
)

/** Everything about rules: all versions, and which places the reader keeps. */
export type RuleList = Static<typeof RuleList>
export const RuleList = Type.Object(
  {
    rules: Type.Array(RuleVersion),
    regions: Type.Array(Type.Object({ code: Type.String(), name: Type.String() }, closed), {
      description: 'places whose rules the reader keeps; empty for whoever only reads',
    }),
    places: Type.Array(Type.Object({ code: Type.String(), name: Type.String() }, closed), {
      description: 'names of the places that have rules or days of their own',
    }),
    years: Type.Array(Type.Object({ year: Type.Integer(), official: Type.Boolean(), source: Type.String() }, closed)),
  },
  { $id: 'kernel.RuleList', ...closed },
)

/** A new version of a rule, from a day on. */
export type RuleChange = Static<typeof RuleChange>
export const RuleChange = Type.Object(
  {
    rule: RuleId,
    region: Region,
    from: Day,
    to: Type.Optional(nullable(Day)),
    length: Type.Integer({ minimum: 1, maximum: 4000 }),
    unit: units,
    altUnit: Type.Optional(nullable(readings)),
    roll: Type.Boolean(),
    wordsZh: Type.String({ minLength: 2, maxLength: 200 }),
    wordsEn: Type.String({ minLength: 2, maxLength: 300 }),
    article: Type.String({ minLength: 2, maxLength: 200 }),
    confidence: confidences,
    source: Type.String({ minLength: 4, maxLength: 200, description: 'the notice or decision it rests on' }),
  },
  closed,
)

/** The published schedule 节假日安排 of one year: the days whose kind is not told by the day of the week. */
export type CalendarYearInput = Static<typeof CalendarYearInput>
export const CalendarYearInput = Type.Object(
  {
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    region: Type.Optional(Region),
    source: Type.String({ minLength: 4, maxLength: 200, description: 'the notice it is taken from' }),
    days: Type.Array(
      Type.Object(
        {
          day: Day,
          kind: Type.Enum([...dayKinds]),
          name: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
        },
        closed,
      ),
      { minItems: 1, maxItems: 366 },
    ),
  },
  closed,
)

/** One year as it counts in a place: every day whose kind the day of the week does not tell. */
export type CalendarYearView = Static<typeof CalendarYearView>
export const CalendarYearView = Type.Object(
  {
    year: Type.Integer(),
    region: Type.String(),
    official: Type.Boolean(),
    source: Type.String(),
    workdays: Count,
    days: Type.Array(Type.Object({ day: Day, kind: Type.Enum([...dayKinds]), name: nullable(Type.String()) }, closed)),
  },
  { $id: 'kernel.CalendarYear', ...closed },
)

/** Where open matters' due days would move. No matter is named: how many, of which kind, from which day to which. */
export type ClockPreview = Static<typeof ClockPreview>
export const ClockPreview = Type.Object(
  {
    looked: Count,
    earlier: Count,
    later: Count,
    final: Type.Integer({ minimum: 0, description: 'same day, provisional no longer (or again)' }),
    cells: Count,
    complete: Type.Boolean({ description: 'false where there was more than one look takes in' }),
    groups: Type.Array(
      Type.Object(
        { kind: Type.String(), rule: Type.String(), began: Day, before: Day, after: Day, matters: Count, cells: Count },
        closed,
      ),
      { maxItems: 100 },
    ),
  },
  { $id: 'kernel.ClockPreview', ...closed },
)

/** One change, and how far the due days have followed. */
export type ClockChange = Static<typeof ClockChange>
export const ClockChange = Type.Object(
  {
    id: Id,
    at: Instant,
    by: nullable(Type.String()),
    kind: Type.Enum(['rule', 'year']),
    region: Type.String(),
    rule: nullable(Type.String()),
    from: nullable(Day),
    year: nullable(Type.Integer()),
    source: Type.String(),
    undoneAt: nullable(Instant),
    undoneBy: nullable(Type.String()),
    followed: Type.Boolean(),
    moved: Count,
    mayUndo: Type.Boolean(),
  },
  { $id: 'kernel.ClockChange', ...closed },
)
export type ClockChanges = Static<typeof ClockChanges>
export const ClockChanges = Type.Object({ items: Type.Array(ClockChange) }, { $id: 'kernel.ClockChanges', ...closed })

/** Days read from a sheet, with every row that was not understood. */
export type CalendarSheet = Static<typeof CalendarSheet>
export const CalendarSheet = Type.Object(
  {
    days: Type.Array(Type.Object({ day: Day, kind: Type.Enum([...dayKinds]), name: nullable(Type.String()) }, closed), {
      maxItems: 400,
    }),
    faults: Type.Array(Type.String(), { maxItems: 400 }),
  },
  { $id: 'kernel.CalendarSheet', ...closed },
)

/** That a change was made, to look it up or undo it. */
export const Changed = Type.Object({ change: Id }, closed)
