import { type Static, Type } from 'typebox'
import { Id, Instant, nullable } from '../shapes.ts'

const closed = { additionalProperties: false } as const

/** How far an export has come. */
export type ExportState = Static<typeof ExportState>
export const ExportState = Type.Enum(['waiting', 'running', 'ready', 'failed', 'cancelled', 'expired'])

/** An export 导出 as whoever asked for it follows it. */
export type ExportView = Static<typeof ExportView>
export const ExportView = Type.Object(
  {
    id: Id,
    kind: Type.String(),
    /** What list it is, in the reader's language. */
    title: Type.String(),
    /** The unit whose list it is; empty for a list of one's own. */
    about: Type.String(),
    format: Type.Enum(['xlsx', 'csv']),
    unmasked: Type.Boolean(),
    state: ExportState,
    /** Rows written. */
    done: Type.Integer({ minimum: 0 }),
    /** Rows there will be; null while that is not known. */
    total: nullable(Type.Integer({ minimum: 0 })),
    sizeBytes: Type.Integer({ minimum: 0 }),
    createdAt: Instant,
    endedAt: nullable(Instant),
    /** When the file is deleted. */
    expiresAt: nullable(Instant),
    /** Why it failed, and what to do: a title and a line. */
    trouble: nullable(Type.Object({ code: Type.String(), title: Type.String(), detail: Type.String() }, closed)),
  },
  { $id: 'kernel.Export', ...closed },
)

export type ExportList = Static<typeof ExportList>
export const ExportList = Type.Object({ items: Type.Array(ExportView) }, { $id: 'kernel.ExportList', ...closed })

/** What is asked for. */
export const StartExport = Type.Object(
  {
    kind: Type.String({ maxLength: 60, description: 'which list' }),
    filter: Type.Record(Type.String(), Type.Unknown(), {
      description: 'what of the list: the same as its own address takes, without `after`',
    }),
    format: Type.Enum(['xlsx', 'csv']),
    unmasked: Type.Optional(Type.Boolean({ description: 'with whole numbers: needs a reason and a step-up' })),
    reason: Type.Optional(Type.String({ minLength: 4, maxLength: 200 })),
  },
  closed,
)
