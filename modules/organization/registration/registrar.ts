import { provinceOf } from '@gongqiao/codes'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { findOpenUnit, type OpenUnit } from '../open-unit.ts'
import type { Affiliation } from './machine.ts'

const registers = new Set(['county', 'prefecture', 'province'])

/** The province that registers a union that is not led by its place, by affiliation. @see ORG-35 */
export function registrarProvince(affiliation: Affiliation, division: string | null): string | undefined {
  if (affiliation === 'local') return undefined
  if (affiliation === 'central_beijing') return '110000'
  return division === null || provinceOf(division) === undefined ? undefined : `${division.slice(0, 2)}0000`
}

/**
 * The union that registers another: the nearest general union above it at county level or higher; for vertically led
 * industries and central enterprises the provincial one of the place; Beijing's for central organs there.
 *
 * @param division where the union has its office
 * @returns undefined for general unions and industrial unions themselves, which are legal persons by law (ORG-30)
 * @see ORG-30, ORG-35; 基层工会法人登记管理办法 §7
 */
export async function registrarOf(
  tx: Tx,
  unit: Pick<OpenUnit, 'level' | 'parent_id' | 'cell_id'>,
  affiliation: Affiliation,
  division: string | null,
): Promise<OpenUnit | undefined> {
  if (unit.level !== 'grassroots' && unit.level !== 'village' && unit.level !== 'township') return undefined
  const place = division ?? String(unit.cell_id).padStart(6, '0')
  const province = registrarProvince(affiliation, place)
  if (province !== undefined) {
    const row = await tx.maybe<{ id: string }>(
      `select id from organization.unit where level = 'province' and division_code = $1 and state = 'active' limit 1`,
      [province],
    )
    if (row) return findOpenUnit(tx, row.id)
  }
  let above = unit.parent_id
  for (let steps = 0; above !== null && steps < 12; steps++) {
    const upper: OpenUnit | undefined = await findOpenUnit(tx, above)
    if (!upper || registers.has(upper.level)) return upper
    above = upper.parent_id
  }
  return undefined
}
