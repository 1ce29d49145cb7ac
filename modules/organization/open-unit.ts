import { cellRangeOf } from '@gongqiao/codes'
import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import { cellsBetween, type PlaceRange, subtreeOf } from '@gongqiao/kernel/shared/place.ts'
import type { Unit, UnitLevel, UnitName } from './contract.ts'

/** A union as other modules read it: with the one above and with the post that answers for it. */
export type OpenUnit = {
  readonly id: string
  readonly name: string
  readonly short_name: string
  readonly level: UnitLevel
  readonly cell_id: number
  readonly path: string
  readonly state: 'founding' | 'active' | 'closing' | 'closed'
  readonly division_code: string | null
  readonly credit_code: string | null
  readonly children: number
  readonly parent_id: string | null
  readonly parent_name: string | null
  readonly parent_short_name: string | null
  readonly parent_level: UnitLevel | null
  readonly desk_post_id: string | null
  readonly desk_title: string | null
  readonly desk_unit_name: string | null
  readonly desk_holder: string | null
}

/** The columns of `organization.open_unit`, for statements that join it as `u`. */
export const openUnitColumns = `u.id, u.name, u.short_name, u.level, u.cell_id, u.path, u.state, u.division_code, u.credit_code,
  u.children, u.parent_id, u.parent_name, u.parent_short_name, u.parent_level, u.desk_post_id, u.desk_title,
  u.desk_unit_name, u.desk_holder`

const byId = hot(
  'organization.find_open_unit',
  `select ${openUnitColumns} from organization.open_unit u where u.id = $1`,
)
const byIds = hot(
  'organization.list_open_units',
  `select ${openUnitColumns} from organization.open_unit u where u.id = any($1::uuid[])`,
)

/** One union, or undefined. */
export async function findOpenUnit(tx: Tx, id: string): Promise<OpenUnit | undefined> {
  return tx.maybe<OpenUnit>(byId, [id])
}

const goingOn = hot(
  'organization.find_going_on',
  `select ${openUnitColumns} from organization.open_unit u where u.id = organization.open_successor($1)`,
)

/** A union, or the one that goes on from it 承继 where it is closed; undefined where there is none. */
export async function findGoingOn(tx: Tx, id: string): Promise<OpenUnit | undefined> {
  return tx.maybe<OpenUnit>(goingOn, [id])
}

/** Several unions by id, as a map. */
export async function openUnitsById(tx: Tx, ids: Iterable<string>): Promise<Map<string, OpenUnit>> {
  const rows = await tx.many<OpenUnit>(byIds, [[...new Set(ids)]])
  return new Map(rows.map((row) => [row.id, row]))
}

/** A union's name as answers carry it. */
export function unitNameOf(unit: OpenUnit): UnitName {
  return { id: unit.id, name: unit.name, shortName: unit.short_name, level: unit.level }
}

/** The name of the union one level up, or null at the top. */
export function upperNameOf(unit: OpenUnit): UnitName | null {
  const { parent_id: id, parent_name: name, parent_short_name: shortName, parent_level: level } = unit
  return id !== null && name !== null && shortName !== null && level !== null ? { id, name, shortName, level } : null
}

/** Who answers for a union: its desk, in words. */
export function deskOf(unit: OpenUnit): { post: string | null; unit: string; name: string | null } {
  return { post: unit.desk_title, unit: unit.desk_unit_name ?? unit.name, name: unit.desk_holder }
}

/** Who has a matter, in words: the post that owns it, else the desk of its union. */
export async function ownerOf(
  tx: Tx,
  matter: { readonly owner: string | null },
  unit: OpenUnit,
): Promise<ReturnType<typeof deskOf>> {
  if (matter.owner === null || matter.owner === unit.desk_post_id) return deskOf(unit)
  const row = await tx.maybe<ReturnType<typeof deskOf>>(
    `select p.title as post, p.unit_name as unit, h.holder_name as name from kernel.post p
     left join kernel.post_holding h on h.post_id = p.id and h.valid_to is null and h.superseded_at is null where p.id = $1`,
    [matter.owner],
  )
  return row ?? deskOf(unit)
}

/** Tells whether people may join a union: also one that is being founded, whose members elect it. @see MEM-03, ORG-20 */
export function takesMembers({ state }: { readonly state: OpenUnit['state'] }): boolean {
  return state === 'active' || state === 'founding'
}

/** A union as the tree shows it. */
export function asUnit(
  row: Omit<
    OpenUnit,
    | 'desk_post_id'
    | 'desk_title'
    | 'desk_unit_name'
    | 'desk_holder'
    | 'parent_name'
    | 'parent_short_name'
    | 'parent_level'
  >,
): Unit {
  return {
    id: row.id,
    name: row.name,
    shortName: row.short_name,
    level: row.level,
    cell: row.cell_id,
    path: row.path,
    parent: row.parent_id,
    divisionCode: row.division_code,
    creditCode: row.credit_code,
    children: row.children,
    state: row.state,
  }
}

/**
 * What a union and all below it cover: whole cells from the county up (a province is its range of numbers), one subtree
 * of one cell below.
 */
export function rangeOfUnit(unit: {
  readonly level: UnitLevel
  readonly cell_id: number
  readonly path: string
}): PlaceRange {
  if (unit.path === '' && wideLevels.has(unit.level)) {
    const [cellLo, cellHi] = cellsOf(unit)
    return cellsBetween(cellLo, cellHi)
  }
  return subtreeOf({ cell: unit.cell_id, path: unit.path })
}

const wideLevels: ReadonlySet<UnitLevel> = new Set(['nation', 'industry', 'province', 'prefecture'])
/** National industrial unions have a thousand cell numbers each, beyond the division codes. */
export const firstIndustryCell = 900_000

function cellsOf(unit: { readonly level: UnitLevel; readonly cell_id: number }): readonly [number, number] {
  if (unit.level === 'nation') return [0, 999_999]
  if (unit.cell_id >= firstIndustryCell) return [unit.cell_id, unit.cell_id + 999]
  return cellRangeOf(String(unit.cell_id).padStart(6, '0'))
}
