import type { UnitLevel } from '../organization/contract.ts'
import { accountPhone } from './phones.ts'

/** An officer 工会干部 of the demonstration, one for each level; the name says what it is. */
export interface DemonstrationOfficer {
  level: UnitLevel
  login: string
  name: string
  title: string
  phone: string
  /** The union served: by division (null is the nation), or by the ordinal of a generated unit. */
  unit: { divisionCode: string | null } | { ordinal: number }
}

/** The name of the member that stands for the worker's own view. */
export const workerName = '演示工友'

/** The worker's phone, which is the worker's sign-in. */
export const workerPhone = accountPhone(7)

/**
 * The six officers, from the nation to the grassroots.
 *
 * @param township the division of the township officer
 * @param unit the ordinal of the grassroots officer's union, which lies in that township
 */
export function demonstrationOfficers(countyCode: string, township: string, unit: number): DemonstrationOfficer[] {
  return [
    officer(1, 'nation', '演示全国', '全国总工会干部', { divisionCode: null }),
    officer(2, 'province', '演示省级', '省总工会干部', { divisionCode: `${countyCode.slice(0, 2)}0000` }),
    officer(3, 'prefecture', '演示市级', '市总工会干部', { divisionCode: `${countyCode.slice(0, 4)}00` }),
    officer(4, 'county', '演示县级', '县总工会干部', { divisionCode: countyCode }),
    officer(5, 'township', '演示乡镇', '乡镇（街道）总工会干部', { divisionCode: township }),
    officer(6, 'grassroots', '演示基层', '企业工会主席', { ordinal: unit }),
  ]
}

function officer(
  ordinal: number,
  level: UnitLevel,
  name: string,
  title: string,
  unit: DemonstrationOfficer['unit'],
): DemonstrationOfficer {
  return { level, login: `demo-${level}`, name, title, phone: accountPhone(ordinal), unit }
}
