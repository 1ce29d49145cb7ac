import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { isShortCode, makeShortCode } from '@gongqiao/codes'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { drawShortCodes } from './short-codes.ts'

const house = await openHouse()
const cell = house.units.shop.cell
const [taken, free] = [makeShortCode([1, 2, 3, 4, 5]), makeShortCode([5, 4, 3, 2, 1])]
const toName = () => ({ id: newId(), cell_id: cell, expires_at: new Date('2026-04-01T00:00:00+08:00') })
const draw = (codes: ReturnType<typeof toName>[], drawn: string[], now = house.now()) =>
  inTransaction(house.services.pool, undefined, (tx) => drawShortCodes(tx, codes, now, () => drawn.shift() ?? free))

test('a code that stands for another is drawn again, until a year after its end', async () => {
  const [first, second, later] = [toName(), toName(), toName()]
  expect((await draw([first], [taken])).get(first.id)).toBe(taken)

  expect((await draw([second], [taken, free])).get(second.id)).toBe(free)
  expect((await draw([later], [taken], new Date('2027-04-02T00:00:00+08:00'))).get(later.id)).toBe(taken)
  expect(await house.rows('select code_id from membership.short_code where code = $1', [taken])).toEqual([
    { code_id: later.id },
  ])
})

test('many are drawn at once, each another', async () => {
  const many = Array.from({ length: 400 }, toName)

  const found = await inTransaction(house.services.pool, undefined, (tx) => drawShortCodes(tx, many, house.now()))

  expect(found.size).toBe(400)
  expect(new Set(found.values()).size).toBe(400)
})

test('joining codes made before there were short ones get theirs by the migration', async () => {
  for (let made = 0; made < 5; made++) await house.code(house.units.shop)
  await house.rows(`drop table membership.short_code, membership.short_code_guess;
    alter table membership.joining_code drop column short_code`)
  const file = fileURLToPath(new URL('migrations/202611221050_add_short_codes.sql', import.meta.url))

  await house.rows(await readFile(file, 'utf8'))

  const codes = await house.rows(`select j.short_code, j.id = s.code_id and j.cell_id = s.cell_id as leads,
    s.free_from = j.expires_at + interval '365 days' as held
    from membership.joining_code j join membership.short_code s on s.code = j.short_code`)
  expect(codes.length).toBe(5)
  expect(new Set(codes.map(({ short_code }) => short_code)).size).toBe(5)
  for (const { short_code, leads, held } of codes) {
    expect({ form: isShortCode(String(short_code)), leads, held }).toEqual({ form: true, leads: true, held: true })
  }
})
