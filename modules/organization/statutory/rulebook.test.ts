import { nation } from '@gongqiao/kernel/matter/deadline-rule.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { statutoryDeadlines } from './register.ts'

const house = await openHouse()

/**
 * The register of the rulebook, section 10, and its table 2.4, as they are printed there: length, unit, and how the end
 * rolls. Left out is DL-SOC-ANN, which is a date of the year and no period.
 */
const printed: readonly (readonly [id: string, length: number, unit: string, roll?: string, more?: number])[] = [
  ['DL-SUP-REJ', 5, 'workday', '–'],
  ['DL-SUP-YJS', 15, 'workday', '–'],
  ['DL-SUP-JYS-FILE', 5, 'workday', '–'],
  ['DL-LSI-INV', 60, 'workday', '–', 30],
  ['DL-LSI-BAR', 2, 'year', '–'],
  ['DL-MED-ACC', 3, 'workday', '–'],
  ['DL-MED-15', 15, 'day', 'yes'],
  ['DL-MED-CONF', 30, 'day', 'yes'],
  ['DL-MED-REV', 15, 'day', 'yes'],
  ['DL-OM-CHOOSE', 2, 'workday', '–'],
  ['DL-OM-APPOINT', 3, 'workday', '–'],
  ['DL-OM-CONFIRM', 3, 'workday', '–'],
  ['DL-OM-CONTACT', 3, 'workday', '–'],
  ['DL-OM-PRE', 30, 'day', 'yes'],
  ['DL-OM-ORD', 15, 'day', 'yes'],
  ['DL-OM-SUM', 7, 'day', 'yes'],
  ['DL-INJ-EMP', 30, 'day', 'yes'],
  ['DL-INJ-WRK', 1, 'year', 'yes'],
  ['DL-INJ-DEC', 60, 'day', 'yes'],
  ['DL-INJ-FAST', 15, 'day', 'yes'],
  ['DL-AID-DEC', 7, 'day', 'T-12'],
  ['DL-AID-ASG', 3, 'day', 'T-12'],
  ['DL-AID-OBJ', 5, 'day', 'T-12'],
  ['DL-AID-TRANS', 24, 'hour', '–'],
  ['DL-PET-INF', 15, 'day', 'yes'],
  ['DL-PET-OBJ', 5, 'workday', '–'],
  ['DL-PET-CON', 60, 'day', 'yes', 30],
  ['DL-PET-SMP', 10, 'workday', '–'],
  ['DL-PET-RVQ', 30, 'day', 'yes'],
  ['DL-PET-RV', 30, 'day', 'yes'],
  ['DL-PET-RRQ', 30, 'day', 'yes'],
  ['DL-PET-RR', 30, 'day', 'yes'],
  ['DL-CB-ANS', 20, 'day', 'yes'],
  ['DL-CB-FILE', 10, 'day', 'yes'],
  ['DL-CB-REV', 15, 'day', 'yes'],
  ['DL-LAY-30', 30, 'day', 'T-13'],
  ['DL-TERM-15', 15, 'day', 'yes'],
  ['DL-WAGE-ACC', 30, 'day', '–'],
  ['DL-WAGE-BL', 3, 'year', '–'],
  ['DL-HLP-NOT', 5, 'workday', '–'],
  ['DL-HON-NOT', 5, 'workday', '–'],
  ['DL-SEC-CII', 1, 'hour', '–'],
  ['DL-SEC-ORG', 2, 'hour', '–'],
  ['DL-SEC-OTH', 4, 'hour', '–'],
  ['DL-SEC-VUL', 24, 'hour', '–'],
  ['DL-PI-REQ', 15, 'workday', '–'],
  ['DL-ADM-REC', 60, 'day', 'yes'],
  ['DL-ARB-LIM', 1, 'year'],
  ['DL-ARB-ACC', 5, 'day', 'T-12'],
  ['DL-ARB-SRV', 5, 'day', 'T-12'],
  ['DL-ARB-DEF', 10, 'day', 'T-12'],
  ['DL-ARB-PAN', 5, 'day', 'T-12'],
  ['DL-ARB-HRG', 5, 'day', 'before'],
  ['DL-ARB-ADJ', 3, 'day', 'before'],
  ['DL-ARB-AWD', 45, 'day', 'yes', 15],
  ['DL-ARB-SUE', 15, 'day', 'yes'],
  ['DL-ARB-SET', 30, 'day', 'yes'],
  ['DL-CT-APP', 15, 'day', 'yes'],
  ['DL-CT-APP-RULING', 10, 'day', 'yes'],
  ['DL-CT-PO', 5, 'day', 'yes'],
  ['DL-CT-PO-ISSUE', 15, 'day', 'yes'],
  ['DL-CT-PO-PAY', 15, 'day', 'yes'],
  ['DL-CT-ENF', 2, 'year'],
  ['DL-CB-RENEW', 3, 'month', 'before'],
]

const rows = printed.map(([id, length, unit, roll, more]) => ({ id, length, unit, roll, more }))
test.each(rows)(
  '$id is a period of $length $unit in the table of rules (rulebook 2.4, 10)',
  ({ id, length, unit, roll, more }) => {
    const rule = house.services.deadlines.rule(id, '2026-03-02', { region: nation })

    expect(rule).toMatchObject({ length, unit })
    if (roll === 'yes') expect(rule).toMatchObject({ counting: 'after', roll: true, alt_unit: null })
    if (roll === '–') expect(rule).toMatchObject({ counting: 'after', roll: false, alt_unit: null })
    if (roll === 'T-12') expect(rule).toMatchObject({ counting: 'after', alt_unit: 'workday' })
    if (roll === 'T-13') expect(rule).toMatchObject({ counting: 'before_clear' })
    if (roll === 'before') expect(rule).toMatchObject({ counting: 'before' })
    if (more !== undefined) expect(rule.extend).toMatchObject({ max: more })
  },
)

test('no period of the register is left unsaid here', () => {
  expect(statutoryDeadlines.map(({ id }) => id).sort()).toEqual(printed.map(([id]) => id).sort())
})
