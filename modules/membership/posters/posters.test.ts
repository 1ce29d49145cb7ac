import QRCode from 'qrcode'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { type PdfPage, readPdf } from '../../../tests/read-pdf.ts'
import { makeJoiningCode } from '../commands/make-joining-code.ts'
import { makeMissingCodes } from '../commands/make-missing-codes.ts'
import { revokeJoiningCode } from '../commands/revoke-joining-code.ts'
import { countPosters } from '../queries/count-posters.ts'
import { drawPoster } from '../queries/draw-poster.ts'
import { drawPosters } from '../queries/draw-posters.ts'
import { writePosters } from './write-posters.ts'

const house = await openHouse()
const { units } = house
const townOfficer = await house.officer(units.township)

async function read(stream: AsyncIterable<unknown>): Promise<PdfPage[]> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array))
  return readPdf(Buffer.concat(parts))
}
const bare = (text: string) => text.replaceAll(/\s/g, '')
const code = (unit: { id: string }, validDays = 30) =>
  house.does(townOfficer, makeJoiningCode, { unit: unit.id, label: '海报', validDays })

/** The dark modules of a page's square, from its filled rectangles. */
function darkModules({ rectangles }: PdfPage, size: number): string[] {
  const side = 238 / size
  const runs = rectangles.filter(({ height }) => Math.abs(height - side) < 0.01)
  const [left, top] = [Math.min(...runs.map(({ x }) => x)), Math.min(...runs.map(({ y }) => y))]
  return runs.flatMap(({ x, y, width }) =>
    Array.from({ length: Math.round(width / side) }, (_, at) => {
      return `${Math.round((x - left) / side) + at},${Math.round((y - top) / side)}`
    }),
  )
}

test('a poster has the union, the square of the signed code, link and short code, and what happens with the data (PI-04)', async () => {
  const made = await code(units.shop)

  const [page, ...more] = await read(
    (await house.asks(townOfficer, drawPoster, { cell: made.cell, id: made.id, language: 'zh' })).bytes,
  )

  if (!page) throw new Error('a poster has a page')
  const text = bare(page.text)
  expect(more).toEqual([])
  for (const words of [
    '扫码加入工会',
    units.shop.name,
    '您的资料怎么用',
    '不告诉用人单位',
    '上级工会',
    '2026年4月1日',
  ]) {
    expect(text).toContain(words)
  }
  expect(text).toContain(made.shortCode)
  expect(text).toContain(made.shortLink.replace('http://', ''))
  const { modules } = QRCode.create(made.link, { errorCorrectionLevel: 'M' })
  const dark = [...modules.data.keys()]
    .filter((at) => modules.data[at])
    .map((at) => `${at % modules.size},${Math.floor(at / modules.size)}`)
  expect(darkModules(page, modules.size).sort()).toEqual(dark.sort())
})

test('in English everything is English but the names', async () => {
  const made = await code(units.shop)

  const [page] = await read(
    (await house.asks(townOfficer, drawPoster, { cell: made.cell, id: made.id, language: 'en' })).bytes,
  )

  const names = [units.shop.name, units.township.name, house.services.brand]
  const left = names.reduce((text, name) => text.replaceAll(name, ''), page?.text ?? '')
  expect(left).toContain('What happens with your data')
  expect(left).not.toMatch(/\p{Script=Han}/u)
})

test('rare characters of a name are drawn and not dropped', async () => {
  const unit = '䶮㙍𬭎制造厂工会'
  const [page] = await read(
    writePosters(
      [
        {
          unit,
          upper: null,
          link: 'https://x.cn/j/1',
          shortCode: 'K7M3QX',
          shortLink: 'https://x.cn/j/K7M3QX',
          until: '2026-12-31',
        },
      ],
      { language: 'zh', brand: '工桥', hotline: '12351', workdays: 15, made: house.now() },
    ),
  )

  expect(bare(page?.text ?? '')).toContain(unit)
})

test('a code that has ended gets no poster', async () => {
  const made = await code(units.shop)
  await house.does(townOfficer, revokeJoiningCode, { cell: made.cell, id: made.id })

  await expect(
    house.asks(townOfficer, drawPoster, { cell: made.cell, id: made.id, language: 'zh' }),
  ).rejects.toMatchObject({ code: 'membership.code_revoked' })
})

test('one file has a page for each union below that has an open code, in the order of the tree', async () => {
  const officer = await house.officer(units.county)
  const before = await house.asks(officer, countPosters, { unit: units.county.id, scope: 'grassroots' })
  const wish = { unit: units.county.id, scope: 'grassroots', label: '全县海报', validDays: 90 }

  const first = await house.does(officer, makeMissingCodes, wish)
  const again = await house.does(officer, makeMissingCodes, wish)
  const pages = await read(
    (await house.asks(officer, drawPosters, { unit: units.county.id, scope: 'grassroots', language: 'zh' })).bytes,
  )

  expect(before.units).toBe(3)
  expect(first.made).toBe(before.withoutCode)
  expect(again.made).toBe(0)
  expect(
    pages.map(
      ({ text }) => [units.shop, units.siblingShop, units.cousinShop].find(({ name }) => text.includes(name))?.name,
    ),
  ).toEqual([units.shop.name, units.siblingShop.name, units.cousinShop.name])
})

test('the codes of a whole county are made by two statements, however many unions it has', async () => {
  const officer = await house.officer(units.county)
  const wish = { unit: units.county.id, scope: 'all', label: '全部', validDays: 9 }

  const statements = await house.statementsOf(() => house.does(officer, makeMissingCodes, wish))

  const writing = statements.filter((text) => /insert into membership\./.test(text))
  expect(writing.length).toBe(2)
})

test('a file is of one county: above it one is told to go down', async () => {
  const officer = await house.officer(units.province)

  for (const unit of [units.province, units.city]) {
    await expect(house.asks(officer, countPosters, { unit: unit.id, scope: 'grassroots' })).rejects.toMatchObject({
      code: 'membership.posters_by_county',
    })
  }
})

test('whoever goes away while pages are drawn stops the drawing', async () => {
  const poster = {
    unit: '工会',
    upper: null,
    link: 'https://x.cn/j/1',
    shortCode: 'K7M3QX',
    shortLink: 'https://x.cn/j/K7M3QX',
    until: '2026-12-31',
  }
  let drawn = 0
  const posters = new Proxy(
    Array.from({ length: 400 }, () => poster),
    {
      get: (list, key, self) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) drawn++
        return Reflect.get(list, key, self)
      },
    },
  )
  const stream = writePosters(posters, {
    language: 'zh',
    brand: '工桥',
    hotline: '12351',
    workdays: 15,
    made: house.now(),
  })

  for await (const _ of stream) break
  await new Promise((resolve) => setTimeout(resolve, 50))
  const whenGone = drawn
  await new Promise((resolve) => setTimeout(resolve, 50))

  expect(drawn).toBe(whenGone)
  expect(drawn).toBeLessThan(400)
})
