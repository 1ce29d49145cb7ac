import { verify } from '@gongqiao/kernel/verify/verify.ts'
import { expect, test } from 'vitest'
import { codes, foundingsOf, key } from '../../../tests/foundings.ts'
import { openHouse } from '../../../tests/house.ts'
import { readPdf } from '../../../tests/read-pdf.ts'
import { keepPaper } from './commands/keep-paper.ts'
import { readEmployersOfFounding } from './commands/read-employers.ts'
import type { FoundingView } from './contract.ts'
import { foundingInvariants } from './invariants.ts'
import { drawPaper } from './queries/draw-paper.ts'
import { findFounding } from './queries/find-founding.ts'
import { findPaper } from './queries/find-paper.ts'

const house = await openHouse()
const { township } = house.units
const upper = await house.officer(township)
const { begin, upTo } = foundingsOf(house, upper)

test('documents are drafted from the facts, kept as an officer changed them, and printed', async () => {
  const view = await upTo('approved')
  const paper = (kind: string) => house.asks(upper, findPaper, { ...key(view), kind })

  expect((await paper('request')).text).toContain(view.employers[0]?.creditCode)
  expect((await paper('reply')).text).toContain('组长张一')
  expect((await paper('resolution')).text).toContain('张一（35票）')
  expect((await paper('result_report')).text).toContain('应到40人，实到36人')
  expect(await paper('result_reply')).toMatchObject({ number: '工组〔2026〕2号', kept: false })
  const text = '关于建会的批复\n\n沙面灯具厂：\n同意。\n\n荔湾区沙面街道总工会\n2026年3月2日'
  await house.does(upper, keepPaper, { ...key(view), kind: 'reply', number: '工组〔2026〕9号', text })
  expect(await paper('reply')).toEqual({ kind: 'reply', number: '工组〔2026〕9号', text, kept: true })
  const { bytes } = await house.asks(upper, drawPaper, { ...key(view), kind: 'reply' })
  const [page] = readPdf(bytes)
  expect(page?.text.replace(/\s/g, '')).toContain('工组〔2026〕9号')
})

test('verify names a union that is in founding without a founding under way, and one that was approved and is not founded', async () => {
  const broken = async () => {
    const found: string[] = []
    const onBreach = (_: unknown, { words }: { words: string }) => found.push(words)
    await verify(house.services.pool, foundingInvariants, { onBreach }, new AbortController().signal)
    return found
  }
  expect(await broken()).toEqual([])
  const under = await upTo('preparing')
  const approved = await upTo('approved')
  const state = (view: FoundingView, to: string) =>
    house.rows('update organization.unit set state = $2 where id = $1', [view.unit?.id, to])

  await state(under, 'active')
  expect(await broken()).toEqual(['is under way without a union in founding'])
  await state(under, 'founding')
  await state(approved, 'founding')
  expect(await broken()).toEqual(['is approved and its union is not founded'])
  await state(approved, 'active')
  await house.rows('update organization.founding set asks = asks + 1 where matter_id = $1', [under.matter])
  expect(await broken()).toEqual(['says another number of requests than there are'])
  await house.rows('update organization.founding set asks = asks - 1 where matter_id = $1', [under.matter])
})

test('employers of a joint union come from a sheet: all lines, or none and every fault of each', async () => {
  const at = key(await begin({ form: 'joint', employers: [{ name: '一号店' }] }))
  const sheet = (...lines: string[]) =>
    Buffer.from(['用人单位名单', '单位名称,统一社会信用代码,职工人数,女职工', ...lines].join('\n'))

  const read = await house.does(upper, readEmployersOfFounding, {
    ...at,
    bytes: sheet('甲店,91350100M000100Y43,12,5', '乙店,,3,1', ''),
  })
  expect(read.employers).toEqual([
    { name: '甲店', creditCode: '91350100M000100Y43', employees: 12, women: 5 },
    { name: '乙店', employees: 3, women: 1 },
  ])
  expect(
    await codes(
      house.does(upper, readEmployersOfFounding, { ...at, bytes: sheet('甲店,91350100M000100Y40,二,', ',,3,4') }),
    ),
  ).toEqual([
    'kernel.invalid_input',
    '/rows/3/employees organization.founding.sheet_number',
    '/rows/3/creditCode organization.credit.checksum',
    '/rows/4/name kernel.field_missing',
    '/rows/4/women organization.founding.more_than_employees',
  ])
  expect((await house.asks(upper, findFounding, at)).employers).toHaveLength(2)
  expect(await codes(house.does(upper, readEmployersOfFounding, { ...at, bytes: Buffer.from('甲,乙\n1,2') }))).toEqual([
    'kernel.invalid_input',
    '/rows organization.founding.sheet_no_name',
  ])
})
