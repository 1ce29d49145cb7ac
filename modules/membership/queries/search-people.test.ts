import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { startExportCommand } from '@gongqiao/kernel/exports/commands/start-export.ts'
import { downloadExportQuery } from '@gongqiao/kernel/exports/queries/download-export.ts'
import { runExports } from '@gongqiao/kernel/exports/run-exports.ts'
import { cellsBetween } from '@gongqiao/kernel/shared/place.ts'
import { listLooks } from '@gongqiao/modules/people/queries/list-looks.ts'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { exportParts } from '../../../apps/server/exports.ts'
import { openHouse } from '../../../tests/house.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { correctName } from '../commands/correct-name.ts'
import { withdrawApplication } from '../commands/withdraw-application.ts'
import { findPeople } from '../find-people.ts'
import { readSought } from '../name-search.ts'
import { beforeAll, type RollCursor } from '../roll-cursor.ts'
import { searchPeople } from './search-people.ts'

const house = await openHouse()
const { units } = house
const countyOfficer = await house.officer(units.county)
const nationOfficer = await house.officer(units.nation)
const code = await house.code(units.shop)
const join = (name: string) => house.applies({ name, code })

const [, mingHua, daMing, yan, beng, er] = [
  await join('王小明'),
  await join('王小明华'),
  await join('李大明'),
  await join('龚䶮'),
  await join('㙍文𬭎'),
  await join('艾力·买买提'),
]
const aigerim = await join('Aigerim Nurlan')
const far = await house.applies({ name: '王小明', unit: units.farShop })
await house.settled()
const client = new pg.Client({ connectionString: house.appUrl })
await client.connect()
afterAll(() => client.end())

type Wish = { readonly [name: string]: unknown }
const find = async (wish: Wish, officer = countyOfficer) =>
  (await house.asks(officer, searchPeople, { unit: officer.post.unit, ...wish })).items.map((item) => item.name).sort()

test('a name is found whole, by its beginning, and by any two neighbours', async () => {
  expect(await find({ text: '王小明' })).toEqual(['王小明', '王小明华'])
  expect(await find({ text: '王小明', match: 'whole' })).toEqual(['王小明'])
  expect(await find({ text: '王小' })).toEqual(['王小明', '王小明华'])
  expect(await find({ text: '小明', match: 'begins' })).toEqual([])
  expect(await find({ text: '明华' })).toEqual(['王小明华'])
  expect(await find({ text: '小明华' })).toEqual(['王小明华'])
  expect(await find({ text: '王明' })).toEqual([])
})

test('one character is enough, wherever it stands, and rare ones are characters like others', async () => {
  expect(await find({ text: '明' })).toEqual(['李大明', '王小明', '王小明华'])
  expect(await find({ text: '王', match: 'begins' })).toEqual(['王小明', '王小明华'])
  for (const text of ['䶮', '龚䶮']) expect(await find({ text })).toEqual(['龚䶮'])
  for (const text of ['㙍', '𬭎', '文𬭎', '㙍文']) expect(await find({ text })).toEqual(['㙍文𬭎'])
})

test('dots, spaces, width and case play no part in a name', async () => {
  for (const text of ['艾力·买买提', '力买', '艾力•买', '买 提', '·买提'])
    expect(await find({ text })).toEqual(['艾力·买买提'])
  for (const text of ['AIGERIM', 'nurlan', 'ｍＮ']) expect(await find({ text })).toEqual(['Aigerim Nurlan'])
})

test('a whole identity number or phone is found however it is written, and no part of one', async () => {
  const { identityNumber, phone } = daMing
  const spaced = `${phone.slice(0, 3)} ${phone.slice(3, 7)}-${phone.slice(7)}`
  for (const text of [
    identityNumber,
    identityNumber.toLowerCase(),
    ` ${identityNumber} `,
    phone,
    spaced,
    `+86${phone}`,
  ])
    expect([text, await find({ text })]).toEqual([text, ['李大明']])
  for (const text of [identityNumber.slice(0, 17), identityNumber.slice(-6), phone.slice(0, 10)])
    expect([text, await find({ text })]).toEqual([text, []])
})

test('of a number that stands elsewhere the answer and its statements are those of one that stands nowhere', async () => {
  const nobody = house.stranger()
  const ask = async (text: string) => {
    const answers: unknown[] = []
    const statements = await house.statementsOf(async () => {
      answers.push(await house.asks(countyOfficer, searchPeople, { unit: units.county.id, text }))
    })
    return { answers, statements }
  }

  for (const kind of ['identityNumber', 'phone', 'name'] as const) {
    const [there, nowhere] = [
      await ask(kind === 'name' ? '龙游人' : far[kind]),
      await ask(kind === 'name' ? '无此人' : nobody[kind]),
    ]
    expect(there).toEqual(nowhere)
    expect(there.answers).toMatchObject([{ items: [], next: null, unfinished: false }])
  }
  expect(await find({ text: far.identityNumber }, nationOfficer)).toEqual(['王小明'])
})

test('a number is asked for in the body alone, and stays nowhere', async () => {
  const asked = { unit: units.county.id, text: daMing.identityNumber }
  const open = await house.server.inject({
    method: 'GET',
    url: `/api/units/${asked.unit}/people/search?text=${asked.text}`,
  })
  await house.asks(countyOfficer, searchPeople, asked)

  expect(open.statusCode).toBe(404)
  const kept = await house.rows(`select (select string_agg(a::text, '') from kernel.access a) as access,
    (select string_agg(i::text, '') from kernel.idempotency i) as answers, (select string_agg(a::text, '') from kernel.audit a) as audit`)
  expect(JSON.stringify(kept)).not.toContain(daMing.identityNumber)
})

test('what is neither a name nor a number is refused, and not repeated in the answer', async () => {
  for (const [text, fault] of [
    ['··', 'membership.search_no_name'],
    ['1', 'membership.search_no_number'],
    ['１２', 'membership.search_no_number'],
  ]) {
    const refused = house.asks(countyOfficer, searchPeople, { unit: units.county.id, text })
    await expect(refused).rejects.toMatchObject({
      code: 'kernel.invalid_input',
      faults: [{ field: '/text', code: fault }],
    })
  }
})

test('filters narrow alone and together: membership, standing, sex, age, union, day', async () => {
  const matter = mingHua.outcome.card?.matter
  await house.does(countyOfficer, confirmApplication, {
    cell: matter?.cell,
    matter: matter?.id,
    decidedOn: '2026-03-02',
  })
  const cousin = await house.applies({ name: '王小丽', unit: units.cousinShop })

  expect(await find({ status: 'active' })).toEqual(['王小明华'])
  expect(await find({ text: '王小', status: 'provisional' })).toEqual(['王小丽', '王小明'])
  expect(await find({ stand: 'affirmed' })).toEqual(['王小明华'])
  expect(await find({ stand: 'unclaimed' })).toEqual([])
  expect(await find({ text: '王小', holder: units.siblingTownship.id })).toEqual([cousin.name])
  expect(await find({ sinceFrom: '2026-03-02', sinceTo: '2026-03-02' })).toEqual(['王小明华'])
  expect(await find({ sinceFrom: '2026-03-03' })).toEqual([])
  const everybody = await house.asks(countyOfficer, searchPeople, { unit: units.county.id })
  for (const sex of ['male', 'female'] as const)
    expect(await find({ sex })).toEqual(
      everybody.items
        .filter((item) => item.sex === sex)
        .map(({ name }) => name)
        .sort(),
    )
  expect(await find({ ageFrom: 36 })).toEqual([])
  expect(await find({ ageFrom: 35, ageTo: 35, text: '䶮' })).toEqual(['龚䶮'])
  expect(await find({ ageTo: 34 })).toEqual([])
})

test('ages count by the day: somebody born on 29 February is a year older on 1 March', async () => {
  const born = '2000-02-29'
  await house.rows(`update membership.membership set birth_date = $1 where person_id = $2`, [born, er.actor.person])

  house.moveTo('2026-02-28T12:00:00+08:00')
  expect(await find({ text: '艾力', ageFrom: 26 })).toEqual([])
  expect(await find({ text: '艾力', ageTo: 25 })).toEqual(['艾力·买买提'])
  house.moveTo('2026-03-01T12:00:00+08:00')
  expect(await find({ text: '艾力', ageFrom: 26, ageTo: 26 })).toEqual(['艾力·买买提'])
  house.moveTo('2026-03-02T09:00:00+08:00')
})

test('a union that does not lie below is no filter: it is absent like one that does not exist', async () => {
  for (const holder of [units.farShop.id, units.nation.id, '01900000-0000-7000-8000-000000000000'])
    await expect(find({ holder })).rejects.toMatchObject({ code: 'kernel.absent' })
})

test('whoever is shown sees that they were found, and by whom', async () => {
  const officer = await house.officer(units.shop, 'grassroots_officer')
  await house.asks(officer, searchPeople, { unit: units.shop.id, text: '𬭎' })

  const { items } = await house.asks(beng.actor, listLooks, {})
  const others = await house.asks(aigerim.actor, listLooks, {})

  const look = expect.objectContaining({ act: 'membership.search_people', unit: units.shop.name })
  expect(items).toContainEqual(look)
  expect(others.items).not.toContainEqual(look)
})

test('page after page over many cells gives everybody once, in the order of their places', async () => {
  for (const unit of [units.shop, units.neighbourShop, units.farShop]) {
    const own = await house.code(unit)
    for (let n = 0; n < 21; n++) await house.applies({ name: '欧阳页', code: own })
  }
  await house.settled()

  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof ask>> = await ask(after)
    seen.push(...page.items.map(({ cell, membership }) => `${cell}.${membership}`))
    after = page.next
  } while (after !== null)

  async function ask(from: string | null) {
    const wish = { unit: units.nation.id, text: '阳页', ...(from && { after: from }) }
    return house.asks(nationOfficer, searchPeople, wish)
  }
  expect(new Set(seen).size).toBe(63)
  expect(seen.length).toBe(63)
  expect(seen.map((word) => word.slice(0, 6))).toEqual(seen.map((word) => word.slice(0, 6)).sort())
})

test('what one answer may look through has an end: it says that it is unfinished and goes on where it stopped', async () => {
  const everywhere = cellsBetween(0, 999_999)
  const nothing = {
    status: null,
    stand: 'any',
    sex: null,
    bornAfter: null,
    bornBy: null,
    sinceFrom: null,
    sinceTo: null,
  } as const
  const nobody = { ...nothing, bornBy: '1900-01-01' }
  const page = (
    sought: string | null,
    filter: typeof nothing | typeof nobody,
    after: RollCursor,
    limits: { looks: number; opens: number },
  ) =>
    inTransaction(house.services.pool, everywhere, (tx) =>
      findPeople(
        tx,
        everywhere,
        sought === null ? null : readSought(house.services, sought, 'inside', '2026-03-02'),
        filter,
        after,
        50,
        limits,
      ),
    )

  let after: RollCursor | null = beforeAll
  for (let pages = 0; after !== null; pages++) {
    expect(pages).toBeLessThan(50)
    const part: Awaited<ReturnType<typeof page>> = await page(null, nobody, after, { looks: 7, opens: 200 })
    expect(part).toMatchObject({ found: [], unfinished: part.next !== null })
    after = part.next
  }
  const cells: number[] = []
  for (after = beforeAll; after !== null; ) {
    const part: Awaited<ReturnType<typeof page>> = await page('阳页', nothing, after, { looks: 20_000, opens: 1 })
    cells.push(...part.found.map(({ cell }) => cell))
    after = part.next
  }
  expect(cells.length).toBe(63)
})

test('what a name is found by follows the record: another name, and the end', async () => {
  const { actor, outcome } = await join('司徒旧名')
  const [row] = await house.rows('select cell_id as cell, id from membership.membership where person_id = $1', [
    actor.person,
  ])
  const tokens = async () =>
    (await house.rows('select token from membership.name_token where membership_id = $1', [row?.id]))
      .map(({ token }) => String(token))
      .sort()

  expect(await tokens()).toEqual(['司徒', '名', '徒旧', '旧名'].sort())
  await house.does(actor, correctName, { cell: row?.cell, membership: row?.id, name: '司新' })
  expect(await tokens()).toEqual(['司新', '新'].sort())
  await house.does(actor, withdrawApplication, { cell: row?.cell, matter: outcome.card?.matter?.id })
  expect(await tokens()).toEqual([])
})

test('what is exported is what is shown: the same people, in the same order', async () => {
  const wish = { unit: units.county.id, text: '明', ageFrom: 30 }
  const shown = (await house.asks(countyOfficer, searchPeople, wish)).items.map(({ name }) => name)
  const start = startExportCommand(exportParts)
  const { id } = await house.does(countyOfficer, start, { kind: 'membership.roll', filter: wish, format: 'csv' })
  await runExports(exportParts, house.services, new AbortController().signal)

  const { bytes } = await house.asks(countyOfficer, downloadExportQuery(exportParts), { export: id })
  const pieces: Buffer[] = []
  for await (const piece of bytes) pieces.push(Buffer.from(piece))
  const lines = Buffer.concat(pieces).toString().trim().split('\r\n').slice(2)
  expect(shown.length).toBeGreaterThan(1)
  expect(lines.map((line) => line.split(',')[0])).toEqual(shown)
})

test('under row-level security names and numbers are found through their indexes, cell first', async () => {
  // Of a handful of people the planner would read all.
  await house.rows(
    `insert into people.person (cell_id, id, path, name, sex, birth_date, identity_kind, identity_cipher, identity_digest,
      identity_mask, phone_digest, verification, created_at)
    select p.cell_id, gen_random_uuid(), p.path, p.name, p.sex, p.birth_date, p.identity_kind, p.identity_cipher, sha256(n::text::bytea),
      p.identity_mask, sha256(n::text::bytea), p.verification, p.created_at
    from people.person p cross join generate_series(1, 5000) n where p.id = $1`,
    [yan.actor.person],
  )
  await house.rows('analyze people.person')
  const plans = async (text: string, wish: Wish = {}) => {
    const statements = await house.statementsOf(() => find({ text, ...wish }))
    const search = statements.find((statement) => statement.includes('with candidate'))
    await client.query(`begin; set local app.scope = '440103|440103||~'; set local enable_seqscan = off`)
    const { rows } = await client.query(`explain (generic_plan) ${search}`)
    await client.query('rollback')
    return rows.map((row: { 'QUERY PLAN': string }) => row['QUERY PLAN']).join('\n')
  }

  expect(await plans('小明')).toMatch(
    /name_token_pkey[^\n]*\n *Index Cond: [^\n]*\(cell_id = \$1\) AND \(token = \$14\) AND \(path >=/,
  )
  expect(await plans('𬭎')).toMatch(
    /name_token_pkey[^\n]*\n *Index Cond: [^\n]*\(cell_id = \$1\) AND \(token >= \$14\) AND \(token < \$15\)/,
  )
  const numbers = await plans(yan.phone)
  expect(numbers).toMatch(/Index Cond: [^\n]*\(cell_id = \$1\) AND \(identity_digest = ANY/)
  expect(numbers).toMatch(/Index Cond: [^\n]*\(cell_id = \$1\) AND \(phone_digest = ANY/)
})
