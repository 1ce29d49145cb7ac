import { type Static, Type } from 'typebox'

/** A UUID. */
export const Id = Type.String({ format: 'uuid' })
/** A cell's number: a county-sized part of the network. */
export const Cell = Type.Integer({ minimum: 0, maximum: 999_999, description: 'cell number (县级单元编号)' })
/** A civil day in Asia/Shanghai, `YYYY-MM-DD`. */
export const Day = Type.String({ format: 'date' })
/** An instant, ISO 8601 with zone. */
export const Instant = Type.String({ format: 'date-time' })
/** Where the next page begins; opaque. */
export const Cursor = Type.String({ maxLength: 400, description: 'opaque; from `next` of the page before' })
/** A count of people, 人. */
export const Count = Type.Integer({ minimum: 0 })
/** Nothing to send. */
export const Nothing = Type.Object({}, { additionalProperties: false })
/** Says only that it is done. */
export const Done = Type.Object({ done: Type.Literal(true) }, { additionalProperties: false })

/** A field that is there, and may be null. */
export const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T) =>
  Type.Union([shape, Type.Null()])
/** The answer that only says it is done. */
export const done: Static<typeof Done> = { done: true }
