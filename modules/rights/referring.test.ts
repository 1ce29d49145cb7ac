import { expect, test } from 'vitest'
import { matterParts } from '../../apps/server/matter-parts.ts'
import { referMatter } from '../../kernel/matter/commands/refer.ts'
import { openHouse } from '../../tests/house.ts'
import { answerAsk } from './commands/answer-ask.ts'
import { closeAsk } from './commands/close-ask.ts'
import { openAskByCode } from './commands/open-ask-by-code.ts'
import { submitAnonymousAsk } from './commands/submit-anonymous-ask.ts'
import { submitAsk } from './commands/submit-ask.ts'
import { findAsk } from './queries/find-ask.ts'
import { findAskFile } from './queries/find-ask-file.ts'
import { findMyAsk } from './queries/find-my-ask.ts'
import { listMyAsks } from './queries/list-my-asks.ts'

const house = await openHouse()
const { units } = house
const county = await house.officer(units.county)
const shop = await house.officer(units.shop)
const far = await house.officer(units.farCounty)
const refer = referMatter(matterParts)
const webm = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(200, 3)])
const voice = { data: webm.toString('base64'), seconds: 5 }
const employer = { name: '龙游造纸厂' }

test('an ask referred to another province is handled there with all that was said, and its asker follows it (PET 23)', async () => {
  const { actor } = await house.applies({ unit: units.shop })
  const { ask } = await house.does(actor, submitAsk, { words: '那边的厂欠我工资', voice, employer })
  const key = { cell: ask.cell, matter: ask.matter }

  await house.does(shop, refer, { ...key, unit: units.farCounty.id, reason: 'belongs_there' })

  const there = { cell: units.farCounty.cell, matter: ask.matter }
  const view = await house.asks(far, findAsk, there)
  expect(view).toMatchObject({ unit: { id: units.farCounty.id }, employer: { name: '龙游造纸厂' } })
  expect(view.turns[0]?.words).toBe('那边的厂欠我工资')
  const file = { ...there, file: view.turns[0]?.files[0]?.id }
  expect((await house.asks(far, findAskFile, file)).bytes).toEqual(webm)
  await expect(house.asks(shop, findAsk, key)).rejects.toMatchObject({ code: 'kernel.absent' })
  const left = await house.rows('select from rights.ask_turn where cell_id = $1 and matter_id = $2', [
    key.cell,
    key.matter,
  ])
  expect(left).toEqual([])

  await house.does(far, answerAsk, { ...there, words: '已补发', result: 'solved' })
  expect((await house.asks(actor, listMyAsks, {})).items).toMatchObject([{ cell: there.cell, state: 'answered' }])
  expect((await house.asks(actor, findMyAsk, there)).turns).toHaveLength(2)
  // The address the asker has kept still leads to it.
  expect((await house.does(actor, closeAsk, { ...key, solved: 'solved', answer: 5, handling: 5 })).state).toBe('closed')
})

test('a query code leads to where its ask was referred, however far away', async () => {
  const sent = { words: '工地没有安全网', unit: units.county.id, voice }
  const { ask, queryCode } = await house.does(house.anyone(), submitAnonymousAsk, sent)

  await house.does(county, refer, {
    cell: ask.cell,
    matter: ask.matter,
    unit: units.farCounty.id,
    reason: 'belongs_there',
  })

  const found = await house.does(house.anyone(), openAskByCode, { code: queryCode })
  expect(found).toMatchObject({ cell: units.farCounty.cell, unit: { id: units.farCounty.id } })
  const end = { ...found, matter: ask.matter }
  await house.does(far, answerAsk, { cell: end.cell, matter: end.matter, words: '已整改', result: 'solved' })
  const rating = { solved: 'solved', answer: 5, handling: 5 } as const
  const closed = await house.does(house.anyone(), closeAsk, {
    cell: ask.cell,
    matter: ask.matter,
    code: queryCode,
    ...rating,
  })
  expect(closed.state).toBe('closed')
})

test('an ask referred inside its cell is read where it is now, and no more where it was', async () => {
  const { actor } = await house.applies({ unit: units.shop })
  const { ask } = await house.does(actor, submitAsk, { words: '问一问', voice })
  const key = { cell: ask.cell, matter: ask.matter }

  await house.does(shop, refer, { ...key, unit: units.siblingTownship.id, reason: 'belongs_there' })

  const sibling = await house.officer(units.siblingTownship)
  const view = await house.asks(sibling, findAsk, key)
  const file = { ...key, file: view.turns[0]?.files[0]?.id }
  expect((await house.asks(sibling, findAskFile, file)).bytes).toEqual(webm)
  await expect(house.asks(shop, findAsk, key)).rejects.toMatchObject({ code: 'kernel.absent' })
  expect((await house.asks(actor, findMyAsk, key)).unit.id).toBe(units.siblingTownship.id)
})
