import { fileURLToPath } from 'node:url'
import { openPool } from '../kernel/database/connect.ts'
import { inTransaction } from '../kernel/database/tx.ts'
import { matterDeadlines } from '../kernel/matter/deadline-rules.ts'
import { seedDeadlines } from '../kernel/matter/seed-deadlines.ts'
import { electionDeadlines, electionParameters, keepParameters } from '../modules/elections/index.ts'
import { membershipDeadlines } from '../modules/membership/index.ts'
import {
  keepLocalRules,
  organizationDeadlines,
  pathLabel,
  type SeedUnit,
  seedUnits,
  unionId,
} from '../modules/organization/index.ts'
import { rightsDeadlines } from '../modules/rights/index.ts'

/** The file whose text a template of test databases stands for. */
export const plantingFile = fileURLToPath(import.meta.url)

/** A small nation to test in: two provinces, a city with two counties, townships, and enterprise unions. */
const nation = unit('100000', '中华全国总工会', 'nation', null, 100_000, '')
const province = unit('440000', '广东省总工会', 'province', nation, 440_000, '')
const otherProvince = unit('330000', '浙江省总工会', 'province', nation, 330_000, '')
const city = unit('440100', '广州市总工会', 'prefecture', province, 440_100, '')
const otherCity = unit('330800', '衢州市总工会', 'prefecture', otherProvince, 330_800, '')
const county = unit('440103', '广州市荔湾区总工会', 'county', city, 440_103, '')
const neighbourCounty = unit('440104', '广州市越秀区总工会', 'county', city, 440_104, '')
const farCounty = unit('330825', '浙江省龙游县总工会', 'county', otherCity, 330_825, '')
const township = unit('440103001', '荔湾区沙面街道总工会', 'township', county, 440_103, pathLabel(1))
const siblingTownship = unit('440103002', '荔湾区岭南街道总工会', 'township', county, 440_103, pathLabel(2))
const shop = unit('999000000001', '沙面制衣厂工会', 'grassroots', township, 440_103, pathLabel(1) + pathLabel(1))
const siblingShop = unit('999000000002', '沙面快递站工会', 'grassroots', township, 440_103, pathLabel(1) + pathLabel(2))
const cousinShop = unit(
  '999000000003',
  '岭南书店工会',
  'grassroots',
  siblingTownship,
  440_103,
  pathLabel(2) + pathLabel(1),
)
const neighbourShop = unit('999000000004', '越秀印刷厂工会', 'grassroots', neighbourCounty, 440_104, pathLabel(1))
const farShop = unit('999000000005', '龙游造纸厂工会', 'grassroots', farCounty, 330_825, pathLabel(1))

function unit(
  code: string,
  name: string,
  level: SeedUnit['level'],
  parent: SeedUnit | null,
  cell: number,
  path: string,
): SeedUnit {
  const divisionCode = code.startsWith('999') || level === 'nation' ? null : code
  return { id: unionId(code), name, shortName: name, level, divisionCode, parentId: parent?.id ?? null, cell, path }
}

/** The planted unions by what they are to one another. */
export const units = {
  nation,
  province,
  otherProvince,
  city,
  otherCity,
  county,
  neighbourCounty,
  farCounty,
  township,
  siblingTownship,
  shop,
  siblingShop,
  cousinShop,
  neighbourShop,
  farShop,
} as const

/** Plants the small nation into a migrated database. */
export async function plant(appUrl: string): Promise<void> {
  const pool = openPool(appUrl, 1, 'planting')
  const now = new Date('2026-01-01T00:00:00+08:00')
  try {
    await inTransaction(pool, undefined, async (tx) => {
      await seedUnits(tx, Object.values(units), '2023-06-30', now)
      await seedDeadlines(tx, [
        ...matterDeadlines,
        ...organizationDeadlines,
        ...membershipDeadlines,
        ...electionDeadlines,
        ...rightsDeadlines,
      ])
      await keepParameters(tx, electionParameters)
      await keepLocalRules(tx)
      await tx.run(`insert into kernel.installation (id, value, changed_at) values ('reference', '{}', $1)`, [now])
    })
  } finally {
    await pool.end()
  }
}
