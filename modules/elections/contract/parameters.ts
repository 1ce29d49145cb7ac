import { Count, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'
import { parameterNames } from '../parameter-keys.ts'
import { closed } from './shapes.ts'

const Key = Type.Enum([...parameterNames])
const Region = Type.String({ pattern: '^(000000|[1-9][0-9]{5})$', description: '行政区划代码，000000 为全国' })
const Confidence = Type.Enum(['V1', 'V2', 'U', 'REC'])
const Value = Type.Unknown({
  description: 'in the shape of its key: a number, a share {parts, whole}, years, or a table',
})

/** A new version of a parameter 地方参数, from a day on. */
export type ParameterWish = Static<typeof ParameterWish>
export const ParameterWish = Type.Object(
  {
    key: Key,
    region: Region,
    from: Day,
    value: Value,
    document: Type.String({ minLength: 2, maxLength: 100 }),
    article: Type.String({ minLength: 1, maxLength: 100 }),
    confidence: Confidence,
    source: Type.String({ minLength: 4, maxLength: 200, description: 'the notice or decision it rests on' }),
  },
  closed,
)

/** One version of a parameter as it is kept. */
export type ParameterVersion = Static<typeof ParameterVersion>
export const ParameterVersion = Type.Object(
  {
    key: Key,
    rule: Type.String({ description: 'the rule of the rulebook that takes it' }),
    byLaw: Type.Boolean({ description: 'the law itself says it, and no place may say otherwise' }),
    region: Type.String(),
    value: Value,
    from: Day,
    to: nullable(Day),
    document: Type.String(),
    article: Type.String(),
    confidence: Confidence,
    own: Type.Boolean({ description: 'made here, not shipped with the product' }),
  },
  { $id: 'elections.Parameter', ...closed },
)

const Place = Type.Object({ code: Type.String(), name: Type.String() }, closed)

/** One change of a parameter. */
export type ParameterChange = Static<typeof ParameterChange>
export const ParameterChange = Type.Object(
  {
    id: Id,
    at: Instant,
    by: nullable(Type.String()),
    key: Key,
    region: Type.String(),
    from: Day,
    source: Type.String(),
    undoneAt: nullable(Instant),
    undoneBy: nullable(Type.String()),
    mayUndo: Type.Boolean(),
  },
  { $id: 'elections.ParameterChange', ...closed },
)

/** The parameters, who may change them where, and what was changed. */
export type ParameterList = Static<typeof ParameterList>
export const ParameterList = Type.Object(
  {
    versions: Type.Array(ParameterVersion),
    regions: Type.Array(Place, { description: 'places the reader keeps; empty for whoever only reads' }),
    places: Type.Array(Place, { description: 'names of the places that have parameters of their own' }),
    changes: Type.Array(ParameterChange),
  },
  { $id: 'elections.ParameterList', ...closed },
)

/** The open elections that a change reaches: those that meet from its day on, where it is the nearest that holds. */
export type ParameterReach = Static<typeof ParameterReach>
export const ParameterReach = Type.Object(
  {
    elections: Count,
    complete: Type.Boolean({ description: 'false where there were more than one look takes in' }),
    shown: Type.Array(
      Type.Object(
        {
          cell: Type.Integer(),
          matter: Id,
          kind: Type.String(),
          state: Type.String(),
          unit: Type.String(),
          meetingOn: Day,
        },
        closed,
      ),
      { maxItems: 50 },
    ),
  },
  { $id: 'elections.ParameterReach', ...closed },
)
export const ParameterChanged = Type.Object({ change: Id }, closed)
export const ParameterChangeId = Type.Object({ change: Id }, closed)
