import { Count, Cursor, Day, Id, nullable } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'
import { employerKinds } from './employer-kind.ts'

const closed = { additionalProperties: false } as const

/** A count as it is shown: `small` under 10, or `hidden` so that a small one cannot be worked out (G-03). */
const Shown = Type.Union([Count, Type.Literal('small'), Type.Literal('hidden')])
const Row = { covered: Count, uncovered: Shown }

/** The past day that is told, and whether as known then or as corrected since. */
const pastFields = { on: Day, known: Type.Enum(['then', 'now']) }

const coverageFields = {
  employers: nullable(Count),
  covered: Count,
  uncovered: Type.Union([Count, Type.Literal('hidden')]),
  /** 社会组织: social organizations among them (ORG-10). */
  social: Type.Object({ all: Shown, covered: Count }, closed),
  /** By section of GB/T 4754; null for those whose industry nobody said. */
  sections: Type.Array(
    Type.Object({ section: nullable(Type.String()), zh: Type.String(), en: Type.String(), ...Row }, closed),
  ),
  /** By the union directly below, and the union's own place. */
  places: Type.Array(Type.Object({ unit: Id, name: Type.String(), ...Row }, closed)),
}

/** How far the employers at a place are covered by unions 建会覆盖面. */
export type Coverage = Static<typeof Coverage>
export const Coverage = Type.Object(
  {
    ...coverageFields,
  },
  { $id: 'organization.Coverage', additionalProperties: false },
)

/** The same at the end of a past day. */
export type PastCoverage = Static<typeof PastCoverage>
export const PastCoverage = Type.Object(
  { ...coverageFields, ...pastFields },
  { $id: 'organization.PastCoverage', additionalProperties: false },
)

export const EmployerKindName = Type.Enum([...employerKinds, 'unknown'], { description: '单位类别' })

/** An employer 用人单位, with the union that covers it. */
export type Employer = Static<typeof Employer>
export const Employer = Type.Object(
  {
    id: Id,
    name: Type.String(),
    creditCode: nullable(Type.String()),
    kind: EmployerKindName,
    industry: nullable(Type.String()),
    divisionCode: nullable(Type.String()),
    employees: nullable(Count),
    /** The union that covers it; null where none does. */
    union: nullable(Type.Object({ id: Id, name: Type.String() }, closed)),
    since: nullable(Day),
  },
  { $id: 'organization.Employer', additionalProperties: false },
)

export type EmployerPage = Static<typeof EmployerPage>
export const EmployerPage = Type.Object(
  { items: Type.Array(Employer), next: nullable(Cursor) },
  { $id: 'organization.EmployerPage', additionalProperties: false },
)

export type PastEmployerPage = Static<typeof PastEmployerPage>
export const PastEmployerPage = Type.Object(
  { items: Type.Array(Employer), next: nullable(Cursor), ...pastFields },
  { $id: 'organization.PastEmployerPage', additionalProperties: false },
)

/** An employer as it is entered. */
export type TypedEmployer = Static<typeof TypedEmployer>
export const TypedEmployer = Type.Object(
  {
    name: Type.String({ minLength: 2, maxLength: 200, description: '单位全称' }),
    creditCode: Type.Optional(Type.String({ maxLength: 40, description: '统一社会信用代码' })),
    industry: Type.Optional(Type.String({ maxLength: 10, description: 'GB/T 4754' })),
    divisionCode: Type.Optional(Type.String({ pattern: '^(?:\\d{6}|\\d{9}|\\d{12})$', description: '区划代码' })),
    employees: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, description: '职工人数' })),
  },
  closed,
)
