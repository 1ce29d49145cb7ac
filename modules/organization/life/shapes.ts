import { Cell, Count, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'
import { changeKinds } from './unit-change.ts'

const closed = { additionalProperties: false } as const
const Words = (limit: number, description: string) => Type.String({ minLength: 2, maxLength: limit, description })

/** How many people a split may name. */
export const splitPeopleAtMost = 5_000

/** One new union of a split 分立方案 as it is asked for. */
const AskedPart = Type.Object(
  {
    name: Words(100, '新工会的名称'),
    shortName: Type.Optional(Words(60, '新工会的简称')),
    children: Type.Optional(Type.Array(Id, { maxItems: 500, uniqueItems: true })),
    employers: Type.Optional(Type.Array(Id, { maxItems: 500, uniqueItems: true })),
    people: Type.Optional(Type.Array(Id, { maxItems: splitPeopleAtMost, uniqueItems: true, description: '会员编号' })),
  },
  closed,
)

/** A change of a union as it is asked for, without the union. */
export const askedFields = {
  kind: Type.Enum([...changeKinds], { description: '合并、分立、撤销、随单位终止、调整隶属、更名' }),
  into: Type.Optional(Id),
  name: Type.Optional(Words(100, '新名称')),
  shortName: Type.Optional(Words(60, '新简称')),
  divisionCode: Type.Optional(Type.String({ pattern: '^(?:\\d{6}|\\d{9}|\\d{12})$', description: '新区划代码' })),
  parts: Type.Optional(Type.Array(AskedPart, { maxItems: 20, description: '分立成哪些工会' })),
  members: Type.Optional(Type.Enum(['keep', 'retain'], { description: 'retain 保留会籍 (ORG-26, MEM-36)' })),
  reason: Type.String({ minLength: 5, maxLength: 1_000, description: '理由' }),
  resolution: Type.Optional(Type.Object({ on: Day, by: Words(100, '会员大会或代表大会决议') }, closed)),
  intoResolution: Type.Optional(Day),
  audit: Type.Optional(Type.Object({ on: Day, by: Words(100, '审计单位或经审组织') }, closed)),
  property: Type.Optional(Words(1_000, '经费和资产的处置')),
} as const

const UnitRef = Type.Object({ id: Id, name: Type.String(), cell: Cell }, closed)

/** A change of a union 组织变动, with where it stands. */
export type UnitChange = Static<typeof UnitChange>
export const UnitChange = Type.Object(
  {
    cell: Cell,
    matter: Id,
    state: Type.String(),
    dueOn: nullable(Day),
    explained: Type.String(),
    kind: Type.Enum([...changeKinds]),
    unit: UnitRef,
    /** The union it goes into, or under. */
    into: nullable(UnitRef),
    /** The union that goes on in another county. */
    made: nullable(UnitRef),
    name: nullable(Type.String()),
    shortName: nullable(Type.String()),
    divisionCode: nullable(Type.String()),
    /** The new unions of a split. */
    parts: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          shortName: nullable(Type.String()),
          children: Type.Array(UnitRef),
          employers: Count,
          people: Count,
          made: nullable(UnitRef),
        },
        closed,
      ),
    ),
    people: Count,
    members: Type.Enum(['keep', 'retain']),
    reason: Type.String(),
    resolvedOn: nullable(Day),
    resolvedBy: nullable(Type.String()),
    intoResolvedOn: nullable(Day),
    auditedOn: nullable(Day),
    auditedBy: nullable(Type.String()),
    property: nullable(Type.String()),
    askedBy: Type.String(),
    askedAt: Instant,
    answer: nullable(Type.String()),
    document: nullable(Type.String()),
    decidedAt: nullable(Instant),
    doneAt: nullable(Instant),
    may: Type.Object({ decide: Type.Boolean(), mend: Type.Boolean(), withdraw: Type.Boolean() }, closed),
  },
  { $id: 'organization.UnitChange', additionalProperties: false },
)

/** A change as it was asked for, to be mended. */
export type ChangeAsked = Static<typeof ChangeAsked>
export const ChangeAsked = Type.Object(
  { ...askedFields, into: Type.Optional(UnitRef) },
  { $id: 'organization.ChangeAsked', additionalProperties: false },
)

/** What a change would take along, as far as the tree knows. */
export type ChangePreview = Static<typeof ChangePreview>
export const ChangePreview = Type.Object(
  {
    unit: UnitRef,
    into: nullable(UnitRef),
    /** Who decides. */
    decides: nullable(UnitRef),
    children: Count,
    posts: Count,
    matters: Count,
    employers: Count,
    officers: Count,
    /** How the place divides property at a split, and the text that says so (ORG-29). */
    splitRule: Type.Object({ value: Type.Enum(['by_employees', 'reasonable']), article: Type.String() }, closed),
  },
  { $id: 'organization.ChangePreview', additionalProperties: false },
)

/** One line of what a union was, and whom it stood under. */
export type UnitPast = Static<typeof UnitPast>
export const UnitPast = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        {
          from: Day,
          to: nullable(Day),
          name: Type.String(),
          state: Type.String(),
          divisionCode: nullable(Type.String()),
        },
        closed,
      ),
    ),
    parents: Type.Array(Type.Object({ from: Day, to: nullable(Day), name: Type.String(), id: Id }, closed)),
    changes: Type.Array(UnitChange),
    /** The unions that went on as this one. */
    before: Type.Array(UnitRef),
    successor: nullable(UnitRef),
  },
  { $id: 'organization.UnitPast', additionalProperties: false },
)
