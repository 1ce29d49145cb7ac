import { openSheet } from '@gongqiao/kernel/sheets/open-sheet.ts'
import { verify } from '@gongqiao/kernel/verify/verify.ts'
import { expect, test } from 'vitest'
import { importParts } from '../../apps/server/import-parts.ts'
import { allInvariants } from '../../apps/server/invariants.ts'
import { openHouse } from '../../tests/house.ts'
import { importsOf } from '../../tests/import-sheets.ts'
import { mapImport } from './commands/map-import.ts'
import { runImport } from './commands/steps.ts'
import { openImportFile } from './kept-file.ts'
import { letGoOfImports } from './let-go.ts'
import { drawErrorFile } from './queries/draw-error-file.ts'
import { drawImportTemplate } from './queries/draw-template.ts'
import { listImports } from './queries/list-imports.ts'
import { listImportKinds } from './queries/list-kinds.ts'

const house = await openHouse()
const { units, services } = house
const { upload, dryRun, run, undo, rows, cancel, work, view } = importsOf(house)
const key = ({ cell, import: id }: { cell: number; import: string }) => ({ cell, import: id })
const lineOf = ({ name, identityNumber, phone }: ReturnType<typeof house.stranger>) =>
  `${name},${identityNumber},${phone}`
const sheet = (...lines: string[]) => `${['姓名,身份证号,手机', ...lines].join('\n')}\n`

async function cells(bytes: unknown): Promise<string[][]> {
  if (!Buffer.isBuffer(bytes)) throw new Error('a sheet of ours is made whole')
  const opened = await openSheet(bytes)
  const found: string[][] = []
  for await (const { cells: row } of opened.rows()) found.push(row.map(({ text }) => text))
  await opened.close()
  return found
}

test('a template comes back as the sheet of its kind: its own row of notes is no person', async () => {
  const officer = await house.officer(units.county)
  const { bytes, fileName } = await house.asks(officer, drawImportTemplate(importParts), { kind: 'membership.roster' })
  expect(fileName).toBe('会员名册.xlsx')
  const [headings = [], notes = []] = await cells(bytes)
  expect(headings).toContain('姓名*')
  expect(headings).not.toContain('学历')
  const person = house.stranger()
  const filled = headings.map((heading) =>
    heading === '姓名*' ? person.name : heading === '证件号码*' ? person.identityNumber : '',
  )

  const looked = await dryRun(
    officer,
    units.shop,
    `${[headings, notes, filled].map((row) => row.join(',')).join('\n')}\n`,
  )

  expect(looked).toMatchObject({ total: 1, counts: { new: 1, invalid: 0 } })
})

test('the error file holds the faulty rows with the reasons; mended and fed back they come in', async () => {
  const officer = await house.officer(units.county)
  const [good, bad] = [house.stranger(), house.stranger()]
  const wrong = `${bad.name},${bad.identityNumber.slice(0, 17)},${bad.phone.slice(0, 10)}`
  const done = await run(officer, await dryRun(officer, units.shop, sheet(lineOf(good), wrong)))
  expect(done.faults.map(({ code }) => code).toSorted()).toEqual(['people.identity.length', 'people.phone.length'])

  const { bytes, fileName } = await house.asks(officer, drawErrorFile(importParts), key(done))

  expect(fileName).toBe('名册-待改正.xlsx')
  const [headings, faulty, ...none] = await cells(bytes)
  expect(headings).toEqual(['姓名', '身份证号', '手机', '问题和改法'])
  expect(faulty?.slice(0, 3)).toEqual([bad.name, bad.identityNumber.slice(0, 17), bad.phone.slice(0, 10)])
  expect(faulty?.[3]).toMatch(/证件号码：.*位数不对；移动电话：/)
  expect(none).toEqual([])
  const mended = `${headings?.join(',')}\n${lineOf(bad)},${faulty?.[3]}\n`
  expect(await run(officer, await dryRun(officer, units.shop, mended))).toMatchObject({
    outcomes: { applied: 1 },
    counts: { invalid: 0 },
  })
})

test('a mapping that a clerk made is kept for next month’s sheet with the same headings', async () => {
  const officer = await house.officer(units.county)
  const person = house.stranger()
  const odd = `甲,乙\n${person.name},${person.identityNumber}\n`
  const first = await upload(officer, units.shop, odd)
  expect(first).toMatchObject({ missing: ['姓名', '证件号码'], headerRows: [1] })
  const mapping = {
    headerRows: [1],
    columns: [
      { index: 0, key: 'name' },
      { index: 1, key: 'identityNumber' },
    ],
  }
  await house.does(officer, mapImport(importParts), { ...key(first), mapping })

  const next = await upload(officer, units.shop, odd)

  expect(next.missing).toEqual([])
  expect(next.sheetColumns.map(({ key: as, from }) => [as, from])).toEqual([
    ['name', 'kept'],
    ['identityNumber', 'kept'],
  ])
})

test.each([
  [{ headerRows: [1], columns: [{ index: 0, key: 'name' }] }, 'imports.column_missing'],
  [
    {
      headerRows: [1],
      columns: [
        { index: 0, key: 'name' },
        { index: 1, key: 'name' },
      ],
    },
    'imports.column_twice',
  ],
  [{ headerRows: [1], columns: [{ index: 0, key: 'shoeSize' }] }, 'imports.column_unknown'],
])('a mapping that cannot be read by is refused in words: %j', async (mapping, code) => {
  const officer = await house.officer(units.county)
  const sent = await upload(officer, units.shop, sheet(lineOf(house.stranger())))

  await expect(house.does(officer, mapImport(importParts), { ...key(sent), mapping })).rejects.toMatchObject({ code })
})

test('an import that is stopped keeps what is done, and may be undone', async () => {
  const officer = await house.officer(units.county)
  const looked = await dryRun(officer, units.shop, sheet(lineOf(house.stranger())))
  await house.does(officer, runImport(importParts), key(looked))

  await cancel(officer, looked)
  await work()

  const stopped = await view(officer, looked)
  expect(stopped).toMatchObject({ state: 'cancelled', outcomes: { applied: 0 }, steps: [] })
  await expect(run(officer, looked)).rejects.toMatchObject({ code: 'matter.step_not_open' })
})

test('whoever began an import and no longer holds the post ends it, with the reason said', async () => {
  const officer = await house.officer(units.county)
  const looked = await dryRun(officer, units.shop, sheet(lineOf(house.stranger())))
  await house.does(officer, runImport(importParts), key(looked))
  await house.rows(`update kernel.post_holding set valid_to = '2026-03-01' where post_id = $1`, [officer.post.id])

  await work()

  const other = await house.officer(units.county)
  expect(await view(other, looked)).toMatchObject({
    state: 'failed',
    outcomes: { applied: 0 },
    trouble: expect.stringContaining('已不在这个岗位'),
  })
})

test('a sheet that breaks off in the middle ends the dry run in words', async () => {
  const officer = await house.officer(units.county)
  const broken = `${sheet(...Array.from({ length: 60 }, () => lineOf(house.stranger())))}"没有关上的引号`

  const looked = await dryRun(officer, units.shop, broken)

  expect(looked).toMatchObject({ state: 'failed', steps: [] })
  expect(looked.trouble).not.toBe(null)
})

test('only a post with the act sees what may be imported, and only where it stands', async () => {
  const clerk = await house.officer(units.shop, 'grassroots_officer')
  const statistician = await house.officer(units.county, 'statistician')
  const person = lineOf(house.stranger())

  expect((await house.asks(clerk, listImportKinds(importParts), {})).items.map(({ kind }) => kind)).toContain(
    'membership.roster',
  )
  await expect(upload(statistician, units.county, sheet(person))).rejects.toMatchObject({ code: 'kernel.forbidden' })
  await expect(upload(clerk, units.siblingShop, sheet(person))).rejects.toMatchObject({ code: 'kernel.absent' })
  await expect(upload(clerk, units.township, sheet(person))).rejects.toMatchObject({ code: 'kernel.absent' })
  const mine = await upload(clerk, units.shop, sheet(person))
  const { items } = await house.asks(clerk, listImports(importParts), { unit: units.shop.id })
  expect(items).toContainEqual(expect.objectContaining({ import: mine.import, state: 'uploaded' }))
})

test('what was read is let go of thirty days after the end: contents, file and columns; what was done stays', async () => {
  const officer = await house.officer(units.county)
  const done = await run(officer, await dryRun(officer, units.shop, sheet(lineOf(house.stranger()), '张三,1,1')))
  const parts = { services, jobPool: house.jobPool, signal: new AbortController().signal }
  expect(await letGoOfImports.run(parts)).toEqual({ imports: 0 })

  house.moveTo('2026-04-02T09:00:00+08:00')
  const { imports } = await letGoOfImports.run(parts)

  expect(imports).toBeGreaterThan(0)
  const now = await view(officer, done)
  expect(now).toMatchObject({ state: 'done', fileName: '', sheetColumns: [], steps: [], outcomes: { applied: 1 } })
  expect((await rows(officer, done)).filter(({ row }) => row > 0).map(({ shown }) => shown)).toEqual([{}, {}])
  await expect(undo(officer, done)).rejects.toMatchObject({ code: 'matter.step_not_open' })
  await expect(house.asks(officer, drawErrorFile(importParts), key(done))).rejects.toMatchObject({
    code: 'imports.let_go',
  })
  const file = await openImportFile(services, { ...key(done), sizeBytes: 10 })
  await expect(file.read(0, 1)).rejects.toThrow('not in the store')
  const broken: string[] = []
  const onBreach = (_: unknown, { row, words }: { row: string; words: string }) => broken.push(`${row} ${words}`)
  await verify(services.pool, allInvariants, { onBreach }, new AbortController().signal)
  expect(broken).toEqual([])
})

test('an import that counts otherwise than its rows, or works without being in line, is found', async () => {
  const officer = await house.officer(units.county)
  const [one, two] = [
    await dryRun(officer, units.shop, sheet(lineOf(house.stranger()))),
    await dryRun(officer, units.shop, sheet(lineOf(house.stranger()))),
  ]
  await house.rows('update kernel.import set new_rows = 2 where id = $1', [one.import])
  await house.rows(`update kernel.import set state = 'running' where id = $1`, [two.import])

  const broken: string[] = []
  const onBreach = ({ name }: { name: string }, { row }: { row: string }) => broken.push(`${name} ${row}`)
  await verify(services.pool, allInvariants, { onBreach }, new AbortController().signal)

  expect(broken).toEqual(
    [one, two].map((each) => `kernel.import_counts kernel.import (${each.cell}, ${each.import})`).toSorted(),
  )
  await house.rows('update kernel.import set new_rows = 1 where id = $1', [one.import])
  await house.rows(`update kernel.import set state = 'checked' where id = $1`, [two.import])
})

test('a file of an old spreadsheet program is refused with the cure, before anything is kept', async () => {
  const officer = await house.officer(units.county)
  await expect(upload(officer, units.shop, Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toMatchObject({
    code: 'sheet.old_binary',
  })
})
