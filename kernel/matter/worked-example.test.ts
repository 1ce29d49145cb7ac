import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import { actsOver } from '../../tests/errands.ts'
import { openHouse } from '../../tests/house.ts'
import type { MatterKind } from './kind.ts'

const page = await readFile(new URL('../../docs/matter-kind.md', import.meta.url), 'utf8')
const folder = new URL(`../../.cache/worked-example-${process.pid}/`, import.meta.url)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The one block of code of the page, loaded as the file that it says it is. */
async function kindOfThePage(): Promise<MatterKind> {
  const [, code] = /```ts\n([\s\S]*?)```/.exec(page) ?? []
  const file = new URL('hall-request.ts', folder)
  await mkdir(folder, { recursive: true })
  await writeFile(file, code ?? '')
  const { hallRequest }: { hallRequest: MatterKind } = await import(/* @vite-ignore */ file.href)
  return hallRequest
}

const house = await openHouse()
const { units } = house
const acts = actsOver(await kindOfThePage())
const officer = await house.officer(units.shop, 'grassroots_officer')
const worker = await house.applies({ unit: units.shop })
await house.officer(units.neighbourShop)
const kind = 'places.hall_request'

test('the example is shorter than eighty lines, text and code', () => {
  expect(page.trimEnd().split('\n').length).toBeLessThan(80)
})

test('its one file is a whole kind: opened by a worker, seen in the queue, answered, taken up again, referred', async () => {
  const { items } = await house.asks(worker.actor, acts.kinds, {})
  expect(items.find((item) => item.kind === kind)).toMatchObject({ name: '借用场地', opens: ['person', 'post'] })

  const mine = await house.does(worker.actor, acts.openMine, {
    kind,
    form: { what: '篮球赛', day: '2026-04-11', people: 40 },
  })
  const key = { cell: mine.cell, matter: mine.id }
  const queue = await house.asks(officer, acts.queue, { view: 'unit', kind })
  expect(queue.items).toMatchObject([{ matter: mine.id, title: '篮球赛', steps: ['lend', 'decline'] }])

  await house.does(officer, acts.step, { ...key, step: 'decline', reason: 'taken' })
  await house.does(worker.actor, acts.myStep, { ...key, step: 'reopen' })
  await house.does(officer, acts.refer, { ...key, unit: units.neighbourShop.id, reason: 'belongs_there' })

  const seen = await house.asks(worker.actor, acts.mine, key)
  expect(seen).toMatchObject({ state: 'asked', unit: { id: units.neighbourShop.id }, due: { rule: 'MEM-SLA' } })
  expect(seen.history.map(({ step }) => step)).toEqual(['open', 'decline', 'reopen', 'refer'])
})
