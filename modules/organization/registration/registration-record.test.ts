import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { expectEveryChangeFound, linesOf, takeRecord, titlesOf } from '../../../tests/records.ts'
import { registrationForm } from '../../../tests/registration-form.ts'
import { applyForRegistration } from './commands/apply-for-registration.ts'

const house = await openHouse()
const { shop, county } = house.units

test('the record of a registration has every field of the form, of people’s numbers the masks, and no birth date (ORG-33, MEM-20)', async () => {
  const own = await house.officer(shop)
  const registrar = await house.officer(county)
  const { cell, matter } = await house.does(own, applyForRegistration, {
    ...{ unit: shop.id, wish: 'first', form: registrationForm },
  })

  const record = await takeRecord(house, registrar, { cell, matter })

  expect(titlesOf(record)).toEqual([
    ...['申请事项', '工会', '成立和任期', '人数和单位', '经费收入', '资金', '场所'],
    ...['法定代表人（工会主席）', '经办人'],
  ])
  expect(linesOf(record)).toEqual(
    expect.arrayContaining([
      ['办理事项', '首次登记'],
      ['登记机关', county.name],
      ['工会全称', '沙面灯具厂工会委员会'],
      ['单位性质', '企业'],
      ['年经费留成（万元）', '3.6'],
      ['活动场所（平方米）', '80'],
      ['能够独立承担民事责任', '是'],
      ['身份证号码', expect.stringMatching(/^11\*+2$/)],
      ['手机号', expect.stringMatching(/^138\*+\d+$/)],
    ]),
  )
  const { representative, handler } = registrationForm
  for (const { identityNumber, mobile } of [representative, handler])
    for (const secret of [identityNumber, mobile, representative.birthDate]) expect(record.json).not.toContain(secret)
  const given = Object.entries(registrationForm).filter(([, value]) => typeof value !== 'object')
  const said = linesOf(record).map(([, value]) => value)
  for (const [field, value] of given)
    if (typeof value !== 'boolean' && field !== 'employerNature') expect(said, field).toContain(String(value))
  expectEveryChangeFound(record)
})
