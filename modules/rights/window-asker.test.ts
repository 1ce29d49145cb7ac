import { expect, test } from 'vitest'
import { newId } from '../../kernel/shared/ids.ts'
import { openHouse } from '../../tests/house.ts'
import { answerAsk } from './commands/answer-ask.ts'
import { closeAsk } from './commands/close-ask.ts'
import { takeDownAsk } from './commands/take-down-ask.ts'
import { findMyAsk } from './queries/find-my-ask.ts'
import { listMyAsks } from './queries/list-my-asks.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop)
const county = await house.officer(units.county)
const beside = await house.officer(units.siblingShop)
const code = await house.code(units.shop)
const form = { unit: units.shop.id, channel: 'window', words: '高温津贴没有发' } as const

test('a member who shows their document at the window has the ask among their own, is told of the answer, and closes it', async () => {
  const { actor, identityNumber, name } = await house.applies({ code })

  const { ask, queryCode } = await house.does(officer, takeDownAsk, { ...form, identityNumber })

  const key = { cell: ask.cell, matter: ask.matter }
  expect(queryCode).toBeNull()
  const mine = await house.asks(actor, listMyAsks, {})
  expect(mine.items.map(({ matter }) => matter)).toContain(ask.matter)
  await house.does(officer, answerAsk, { ...key, words: '下月补发', result: 'solved' })
  const [told] = await house.rows(
    `select kind, link from kernel.message where account_id = $1 and kind = 'rights.message.answered'`,
    [actor.account],
  )
  expect(told?.link).toBe(`/asks/${ask.cell}/${ask.matter}`)
  expect((await house.asks(actor, findMyAsk, key)).turns.map(({ step }) => step)).toEqual(['ask', 'answer'])
  const closed = await house.does(actor, closeAsk, { ...key, solved: 'solved', answer: 5, handling: 5 })
  expect(closed.state).toBe('closed')
  const [row] = await house.rows('select title from kernel.matter where id = $1', [ask.matter])
  expect(row?.title).toBe(name)
})

test('whoever staff choose from their roll has the ask among their own by reference; one without an account has a code', async () => {
  const { actor, name } = await house.applies({ code })
  const { ask, queryCode } = await house.does(officer, takeDownAsk, { ...form, channel: 'phone', person: actor.person })

  expect(queryCode).toBeNull()
  expect((await house.asks(actor, listMyAsks, {})).items.map(({ matter }) => matter)).toContain(ask.matter)
  const titleOf = async (matter: string) =>
    (await house.rows('select title from kernel.matter where id = $1', [matter]))[0]?.title
  expect(await titleOf(ask.matter)).toBe(name)

  const other = await house.applies({ code })
  await house.rows('update people.person set account_id = null where id = $1', [other.actor.person])
  const listed = await house.does(officer, takeDownAsk, { ...form, person: other.actor.person })
  expect(listed.queryCode).toMatch(/^[2-9A-Y]{12}$/)
  expect(await titleOf(listed.ask.matter)).toBe(other.name)
})

test('nobody beyond the union’s own roll is chosen: the field is refused alike for whoever is elsewhere or nowhere', async () => {
  const { actor } = await house.applies({ code })
  for (const person of [actor.person, newId()])
    await expect(
      house.does(county, takeDownAsk, { ...form, unit: units.siblingShop.id, person }),
    ).rejects.toMatchObject({ faults: [{ field: '/person', code: 'kernel.field_choice' }] })
})

test('whoever another union holds is answered like a stranger: a code, and not a word of where they are', async () => {
  const { actor, identityNumber } = await house.applies({ code })
  const stranger = house.stranger()
  const wish = { ...form, unit: units.siblingShop.id, name: '老王' }

  const known = await house.does(beside, takeDownAsk, { ...wish, identityNumber })
  const unknown = await house.does(beside, takeDownAsk, { ...wish, identityNumber: stranger.identityNumber })

  const told = ({ ask, queryCode }: typeof known) => ({
    ...ask,
    ...{ cell: 0, matter: '', openedAt: '', turns: ask.turns.length, code: queryCode?.length },
  })
  expect(told(known)).toEqual(told(unknown))
  expect(known.queryCode).toMatch(/^[2-9A-Y]{12}$/)
  expect((await house.asks(actor, listMyAsks, {})).items).toEqual([])
})

test('a number that is none is told at its field, and the number stands in no table', async () => {
  const right = house.stranger().identityNumber
  const mistyped = `${right.slice(0, 16)}${(Number(right[16]) + 1) % 10}${right.slice(17)}`
  await expect(house.does(officer, takeDownAsk, { ...form, identityNumber: mistyped })).rejects.toMatchObject({
    faults: [{ field: '/identityNumber', code: 'kernel.field_form' }],
  })
  const { identityNumber } = await house.applies({ code })
  const { ask } = await house.does(officer, takeDownAsk, { ...form, identityNumber })
  const [audit] = await house.rows('select a::text as row from kernel.audit a where subject_id = $1', [ask.matter])
  expect(audit?.row).not.toContain(identityNumber)
})
