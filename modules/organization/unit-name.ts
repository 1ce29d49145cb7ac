import { Id } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'

/** Levels of a union 工会层级 (rulebook 1.1: L0–L6), and the industrial unions beside them. */
export const unitLevels = [
  'nation',
  'industry',
  'province',
  'prefecture',
  'county',
  'township',
  'village',
  'grassroots',
] as const
export type UnitLevel = (typeof unitLevels)[number]
export const UnitLevel = Type.Enum([...unitLevels], { description: '工会层级' })

/** A union as others name it. */
export type UnitName = Static<typeof UnitName>
export const UnitName = Type.Object(
  { id: Id, name: Type.String({ description: '工会全称' }), shortName: Type.String(), level: UnitLevel },
  { $id: 'organization.UnitName', additionalProperties: false },
)
