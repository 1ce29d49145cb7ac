import { beforeEach, expect, test } from 'vitest'
import { exportParts } from '../../apps/server/exports.ts'
import { listRoll } from '../../modules/membership/queries/list-roll.ts'
import { listLooks } from '../../modules/people/queries/list-looks.ts'
import { openHouse } from '../../tests/house.ts'
import type { PostActor } from '../command/actor.ts'
import { readAll } from '../sheets/sheets-for-tests.ts'
import { cancelExportCommand } from './commands/cancel-export.ts'
import { startExportCommand } from './commands/start-export.ts'
import { keepPart } from './kept-parts.ts'
import type { ExportParts } from './kind.ts'
import { downloadExportQuery } from './queries/download-export.ts'
import { listExportsQuery } from './queries/list-exports.ts'
import { runExports } from './run-exports.ts'

const house = await openHouse()
const { units } = house
const start = startExportCommand(exportParts)
const running = new AbortController().signal
const run = (parts: ExportParts = exportParts, signal = running) => runExports(parts, house.services, signal)
const masked = { kind: 'membership.roll', filter: { unit: units.shop.id }, format: 'xlsx' }
const unmasked = { ...masked, unmasked: true, reason: '与社保名单核对' }

beforeEach(() => house.moveTo('2026-03-02T09:00:00+08:00'))

/** A clerk of the shop with three members. */
async function clerk() {
  const actor = await house.officer(units.shop)
  const people = [await house.applies(), await house.applies(), await house.applies()]
  return { actor, people }
}

async function fileOf(actor: PostActor, id: string): Promise<Buffer> {
  const { bytes } = await house.asks(actor, downloadExportQuery(exportParts), { export: id })
  const pieces: Buffer[] = []
  for await (const piece of bytes) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

async function stateOf(actor: PostActor, id: string) {
  const { items } = await house.asks(actor, listExportsQuery(exportParts), {})
  return items.find((item) => item.id === id)
}

/** Every part in the store that an export could have left there. */
async function partsInStore(id: string): Promise<number> {
  const [row] = await house.rows('select file_run, file_parts from kernel.export where id = $1', [id])
  return Number(row?.file_parts ?? 0)
}

test('the roll leaves in the order and with the masks of the list, watermarked, and each person sees that it did', async () => {
  const { actor, people } = await clerk()
  const list = await house.asks(actor, listRoll, { unit: units.shop.id })

  const asked = await house.does(actor, start, masked)
  await run()
  const ready = await stateOf(actor, asked.id)
  const { texts } = await readAll(await fileOf(actor, asked.id))

  expect(asked).toMatchObject({ state: 'waiting', title: '会员名册', about: units.shop.name, unmasked: false })
  expect(ready).toMatchObject({ state: 'ready', done: list.items.length, total: list.items.length, trouble: null })
  expect(ready?.expiresAt).toBe('2026-03-03T01:00:00.000Z')
  expect(texts[0]?.[0]).toBe(`${units.shop.name} 工会干部 于 2026-03-02 09:00 导出。仅限工作使用，请勿外传。`)
  expect(texts[1]?.slice(0, 4)).toEqual(['姓名', '性别', '年龄', '证件号码（隐去）'])
  expect(texts.slice(2).map(([name, , age, mask]) => [name, age, mask])).toEqual(
    list.items.map((row) => [row.name, String(row.age), row.identityMask]),
  )
  expect(JSON.stringify(texts)).not.toContain(people[0]?.identityNumber)
  const [person] = people
  if (!person) throw new Error('somebody has applied')
  const looks = await house.asks(person.actor, listLooks, {})
  expect(looks.items).toContainEqual(
    expect.objectContaining({ act: 'membership.export_roll', unit: units.shop.name, reason: null }),
  )
})

test('whole numbers leave only with a reason, and the reason stands in audit, access log, watermark and before the person', async () => {
  const { actor, people } = await clerk()
  const proved = { ...actor, steppedUpAt: house.now() }

  await expect(house.does(actor, start, unmasked)).rejects.toMatchObject({ code: 'kernel.step_up_first' })
  await expect(house.does(proved, start, { ...unmasked, reason: undefined })).rejects.toMatchObject({
    faults: [{ field: '/reason' }],
  })
  const asked = await house.does(proved, start, unmasked)
  await run()
  const { texts } = await readAll(await fileOf(actor, asked.id))

  for (const { identityNumber, phone } of people) {
    expect(texts.find((row) => row[3] === identityNumber)?.[4]).toBe(phone)
  }
  expect(texts[0]?.[0]).toContain('用途：与社保名单核对')
  const [audit] = await house.audit(asked.id)
  expect(audit).toMatchObject({
    act: 'kernel.start_export',
    post_id: actor.post.id,
    after: { kind: 'membership.roll', unmasked: true, reason: '与社保名单核对' },
  })
  const [person] = people
  if (!person) throw new Error('somebody has applied')
  const looks = await house.asks(person.actor, listLooks, {})
  expect(looks.items[0]).toMatchObject({ act: 'membership.export_roll_unmasked', reason: '与社保名单核对' })
})

test('reason and filter are not kept in clear', async () => {
  const { actor } = await clerk()
  const asked = await house.does({ ...actor, steppedUpAt: house.now() }, start, unmasked)

  const [row] = await house.rows('select e::text as words, request from kernel.export e where id = $1', [asked.id])

  expect(String(row?.words)).not.toContain('社保')
  expect(String(row?.words)).not.toContain(Buffer.from('社保').toString('hex'))
})

test('a list that the post may not read is not exported: another’s place is absent, another’s act forbidden, an unknown list absent', async () => {
  const actor = await house.officer(units.shop)
  const program = { ...actor, post: { ...actor.post, acts: new Set(['kernel.start_export']) } }
  const elsewhere = { ...masked, filter: { unit: units.farShop.id } }

  await expect(house.does(actor, start, elsewhere)).rejects.toMatchObject({ code: 'kernel.absent' })
  await expect(house.does(program, start, masked)).rejects.toMatchObject({ code: 'kernel.forbidden' })
  await expect(house.does(actor, start, { ...masked, kind: 'nothing' })).rejects.toMatchObject({
    code: 'kernel.absent',
  })
})

test('what is wrong with the filter is named as the list would name it', async () => {
  const actor = await house.officer(units.shop)

  const wrong = house.does(actor, start, { ...masked, filter: { unit: units.shop.id, order: 'luck' } })

  await expect(wrong).rejects.toMatchObject({ faults: [{ field: '/filter/order', code: 'kernel.field_choice' }] })
})

test('whoever else there is does not see, fetch or cancel it, not even the next holder of the post', async () => {
  const { actor } = await clerk()
  const { id } = await house.does(actor, start, masked)
  await run()
  const successor = { ...actor, account: (await house.officer(units.shop)).account }

  expect(await stateOf(successor, id)).toBeUndefined()
  await expect(fileOf(successor, id)).rejects.toMatchObject({ code: 'kernel.absent' })
  const cancel = house.does(successor, cancelExportCommand(exportParts), { export: id })
  await expect(cancel).rejects.toMatchObject({ code: 'kernel.absent' })
})

test('an export whose process died is begun again from its first row, and what that process wrote is let go of', async () => {
  const { actor } = await clerk()
  const { id } = await house.does(actor, start, masked)
  const dead = '01900000-0000-7000-8000-00000000dead'
  const file = { cell: units.shop.cell, export: id, run: dead }
  await keepPart(house.services, file, 0, Buffer.from('half a file'))
  await house.rows(
    `update kernel.export set state = 'running', file_run = $2, file_parts = 1, done = 1 where id = $1`,
    [id, dead],
  )
  await house.rows(`update kernel.export_work set tries = 1, due_at = $2 where export_id = $1`, [id, house.now()])

  await run()

  expect(await stateOf(actor, id)).toMatchObject({ state: 'ready', trouble: null })
  expect((await readAll(await fileOf(actor, id))).rows.length).toBeGreaterThan(4)
  const name = house.services.keyring.suite.hash(Buffer.from(`kernel.export ${id} ${dead} 0`))
  expect(await house.services.files.get(name)).toBeUndefined()
})

test('while its process shows signs of life nobody else begins it', async () => {
  const { actor } = await clerk()
  const { id } = await house.does(actor, start, masked)
  await house.rows(`update kernel.export set state = 'running', file_run = gen_random_uuid() where id = $1`, [id])
  await house.rows(`update kernel.export_work set due_at = $2 where export_id = $1`, [id, '2026-03-02T09:00:20+08:00'])

  await run()

  expect(await stateOf(actor, id)).toMatchObject({ state: 'running' })
})

test('what was interrupted three times is marked as failed, in words, and can be asked for again', async () => {
  const { actor } = await clerk()
  const { id } = await house.does(actor, start, masked)
  await house.rows(`update kernel.export_work set tries = 3 where export_id = $1`, [id])

  await run()
  const again = await house.does(actor, start, masked)
  await run()

  expect(await stateOf(actor, id)).toMatchObject({
    state: 'failed',
    trouble: { code: 'kernel.export_lost', title: '导出没有完成' },
  })
  expect(await stateOf(actor, again.id)).toMatchObject({ state: 'ready' })
})

/** The same lists, with something that happens before each page. */
function partsWith(before: () => Promise<void>): ExportParts {
  const kinds = exportParts.kinds.map((kind) => ({
    ...kind,
    masked: {
      ...kind.masked,
      pages: {
        ...kind.masked.pages,
        run: async (context: Parameters<typeof kind.masked.pages.run>[0]) => {
          await before()
          return kind.masked.pages.run(context)
        },
      },
    },
  }))
  return { ...exportParts, kinds }
}

test('an installation that stops hands its exports back, and the next one writes them', async () => {
  const { actor } = await clerk()
  const { id } = await house.does(actor, start, masked)
  const stopping = new AbortController()

  await run(
    partsWith(async () => stopping.abort()),
    stopping.signal,
  )
  const between = await stateOf(actor, id)
  await run()

  expect(between).toMatchObject({ state: 'running' })
  expect(await stateOf(actor, id)).toMatchObject({ state: 'ready' })
  expect(await house.rows('select tries from kernel.export_work where export_id = $1', [id])).toEqual([{ tries: 0 }])
})

test('a cancelled export stops, and nothing of it stays in the store', async () => {
  const { actor } = await clerk()
  const { id } = await house.does(actor, start, masked)
  const cancel = async () => {
    await house.does(actor, cancelExportCommand(exportParts), { export: id })
  }

  await run(partsWith(cancel))
  house.moveTo('2026-03-02T09:00:10+08:00')
  await run()

  expect(await stateOf(actor, id)).toMatchObject({ state: 'cancelled' })
  expect(await partsInStore(id)).toBe(0)
  await expect(fileOf(actor, id)).rejects.toMatchObject({ code: 'kernel.export_gone' })
})

test('a post that was handed over meanwhile exports nothing more', async () => {
  const { actor } = await clerk()
  const { id } = await house.does(actor, start, masked)

  await run({ ...exportParts, findPost: async () => undefined })

  expect(await stateOf(actor, id)).toMatchObject({ state: 'failed', trouble: { code: 'kernel.export_post_left' } })
})

test('a file is deleted after 24 hours, and a month later the export is forgotten', async () => {
  const { actor } = await clerk()
  const { id } = await house.does(actor, start, masked)
  await run()
  const [{ file_run: written } = {}] = await house.rows('select file_run from kernel.export where id = $1', [id])
  const part = house.services.keyring.suite.hash(Buffer.from(`kernel.export ${id} ${written} 0`))
  expect(await house.services.files.get(part)).toBeDefined()

  house.moveTo('2026-03-03T09:00:00+08:00')
  await expect(fileOf(actor, id)).rejects.toMatchObject({ code: 'kernel.export_gone' })
  await run()
  const expired = await stateOf(actor, id)
  const inStore = await house.services.files.get(part)
  house.moveTo('2026-04-03T09:00:00+08:00')
  await run()

  expect(expired).toMatchObject({ state: 'expired', sizeBytes: 0 })
  expect(inStore).toBeUndefined()
  expect(await house.rows('select from kernel.export where id = $1', [id])).toEqual([])
  expect(await house.rows('select from kernel.export_work where export_id = $1', [id])).toEqual([])
})

test('what has not been written yet is not to be fetched', async () => {
  const { actor } = await clerk()
  const { id } = await house.does(actor, start, masked)

  await expect(fileOf(actor, id)).rejects.toMatchObject({ code: 'kernel.export_not_ready' })
})

test('a post has at most five exports under way', async () => {
  const { actor } = await clerk()
  for (let count = 0; count < 5; count++) await house.does(actor, start, masked)

  await expect(house.does(actor, start, masked)).rejects.toMatchObject({ code: 'kernel.too_many_exports' })
  await run()
  expect(await house.does(actor, start, masked)).toMatchObject({ state: 'waiting' })
})

test('asking twice with one key begins one export', async () => {
  const { actor } = await clerk()
  const key = '01900000-0000-7000-8000-0000000000aa'

  const first = await house.does(actor, start, masked, key)
  const second = await house.does(actor, start, masked, key)

  expect(second.id).toBe(first.id)
})

/** What is asked of a list that is not the shop's. */
const wanted: { readonly [kind: string]: object } = {
  'membership.queue': { view: 'unit' },
  // Counts by employer are asked of the union above the employers.
  'membership.employers': { unit: units.township.id },
  'membership.transfers_in': { unit: units.shop.id, way: 'in' },
  'rights.figures': { unit: units.shop.id, quarter: '2026-Q1' },
}

test('every list that is declared can be written, in both languages and both forms', async () => {
  const actor = await house.officer(units.county)
  await house.code(units.shop)
  for (const { name } of exportParts.kinds) {
    for (const [language, format] of [
      ['zh', 'xlsx'],
      ['en', 'csv'],
    ] as const) {
      const filter = wanted[name] ?? { unit: units.shop.id }
      const { id } = await house.does({ ...actor, language }, start, { kind: name, filter, format })
      await run()
      expect([name, (await stateOf(actor, id))?.state]).toEqual([name, 'ready'])
      const { texts } = await readAll(await fileOf(actor, id))
      expect([name, texts.flat().filter((text) => /^[a-z_]+\.[a-z_.]+$/.test(text))]).toEqual([name, []])
    }
  }
})

test('the unions below a county are exported with all that is below them, and none beside', async () => {
  const actor = await house.officer(units.county)
  const { id } = await house.does(actor, start, {
    kind: 'organization.units',
    filter: { unit: units.county.id },
    format: 'csv',
  })
  await run()

  const names = (await readAll(await fileOf(actor, id))).texts.slice(2).map(([name]) => name)

  expect(names).toContain(units.township.name)
  expect(names).toContain(units.shop.name)
  expect(names).not.toContain(units.county.name)
  expect(names).not.toContain(units.neighbourShop.name)
})

test('a list is never asked for outside its export’s act', async () => {
  for (const { masked: shape, unmasked: open, total } of exportParts.kinds) {
    const acts = [shape, open].flatMap((found) => (found ? [found.pages.act] : []))
    for (const act of acts) expect(act).toMatch(/\.export_/)
    if (total) expect(acts).toContain(total.act)
  }
})

test('a list over more cells than one page looks into leaves whole', async () => {
  const { people } = await clerk()
  const nation = await house.officer(units.nation)
  await house.settled()
  await house.rows(
    'insert into kernel.fact_lease (cell_id, next_number) select c, 1 from generate_series(1000, 1899) c on conflict do nothing',
  )
  const { id } = await house.does(nation, start, { ...masked, filter: { unit: units.nation.id } })
  await run()

  const names = (await readAll(await fileOf(nation, id))).texts.map(([name]) => name)

  expect(names).toEqual(expect.arrayContaining(people.map(({ name }) => name)))
})
