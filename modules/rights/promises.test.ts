import { beforeEach, expect, test } from 'vitest'
import { matterParts } from '../../apps/server/matter-parts.ts'
import { systemActor } from '../../kernel/command/actor.ts'
import { reactAll } from '../../kernel/facts/reaction.ts'
import { referMatter } from '../../kernel/matter/commands/refer.ts'
import { deliverFacts } from '../../tests/ask-facts.ts'
import { openHouse } from '../../tests/house.ts'
import { confirmApplication } from '../membership/commands/confirm-application.ts'
import { membershipReactions } from '../membership/reactions.ts'
import { escalateMatters } from '../organization/commands/escalate-matters.ts'
import { approveChange } from '../organization/life/commands/approve-change.ts'
import { proposeChange } from '../organization/life/commands/propose-change.ts'
import { answerAsk } from './commands/answer-ask.ts'
import { closeAsk } from './commands/close-ask.ts'
import { extendAsk } from './commands/extend-ask.ts'
import { lapseAsks } from './commands/lapse-asks.ts'
import { openAskByCode } from './commands/open-ask-by-code.ts'
import { reportRetaliation } from './commands/report-retaliation.ts'
import { signAsk } from './commands/sign-ask.ts'
import { sortAsk } from './commands/sort-ask.ts'
import { submitAsk } from './commands/submit-ask.ts'
import { takeDownAsk } from './commands/take-down-ask.ts'
import type { Received } from './contract.ts'
import { findAsk } from './queries/find-ask.ts'
import { findFigures } from './queries/find-figures.ts'
import { findMyAsk } from './queries/find-my-ask.ts'
import { findRetaliation } from './queries/find-retaliation.ts'
import { rightsReactions } from './reactions.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop, 'grassroots_officer')
const upper = await house.officer(units.township)
const county = await house.officer(units.county)
const far = await house.officer(units.farCounty)
const code = await house.code(units.shop)
const keyOf = ({ ask: { cell, matter } }: Received) => ({ cell, matter })

beforeEach(() => house.moveTo('2026-03-02T09:00:00+08:00'))

async function asked(more: object = {}) {
  const { actor } = await house.applies({ code })
  const received = await house.does(actor, submitAsk, { words: '拖欠工资', ...more })
  return { actor, received, key: keyOf(received) }
}
const toldAtDesk = async () =>
  (
    await house.rows(`select variables from kernel.message where account_id = $1 and kind = 'rights.message.urgent'`, [
      officer.account,
    ])
  ).length

test('an urgent ask is told to whoever holds the desk in the act itself, and no other ask is (2.7)', async () => {
  await asked()
  expect(await toldAtDesk()).toBe(0)

  const { received } = await asked({ urgent: true })

  expect(received.ask.owner.unit).toBe(units.shop.name)
  expect(await toldAtDesk()).toBe(1)
})

test.each([
  ['general', '2026-03-09', '2026-03-16'],
  ['difficult', '2026-03-23', '2026-04-07'],
  ['complex', '2026-04-14', '2026-05-08'],
] as const)(
  'an ask that is %s is due on %s, and extended once on %s (2.7, hotline table)',
  async (as, due, extended) => {
    const { key } = await asked()
    await house.does(officer, signAsk, key)
    expect((await house.does(officer, sortAsk, { ...key, class: as })).due?.on).toBe(due)

    const after = await house.does(officer, extendAsk, { ...key, words: '还要向单位核实' })

    expect(after.due?.on).toBe(extended)
  },
)

test('twelve answers nobody said a word about are twelve unconfirmed in the figures, and none of them solved', async () => {
  const clerk = await house.officer(units.siblingTownship)
  for (let made = 0; made < 12; made++) {
    const form = { unit: units.siblingTownship.id, channel: 'window', words: '问', topic: '04' }
    const received = await house.does(clerk, takeDownAsk, form)
    await house.does(clerk, answerAsk, { ...keyOf(received), words: '答', result: 'solved' })
  }
  house.moveTo('2026-03-20T09:00:00+08:00')
  await house.does(systemActor('test'), lapseAsks, { cell: units.siblingTownship.cell })
  await deliverFacts(house)

  const wish = { unit: units.siblingTownship.id, quarter: '2026-Q1' }
  const { outcomes } = await house.asks(clerk, findFigures, wish)
  expect(outcomes.filter(({ asks }) => asks !== 0)).toEqual([{ standing: 'unconfirmed', asks: 12 }])
})

test('taken down on the phone far away, an ask is handled where it belongs and closed by its asker there', async () => {
  const form = { unit: units.shop.id, channel: 'phone', words: '龙游的厂没有给我买社保', topic: '08' }
  const received = await house.does(officer, takeDownAsk, form)
  const here = keyOf(received)

  await house.does(officer, referMatter(matterParts), { ...here, unit: units.farCounty.id, reason: 'belongs_there' })
  const there = { cell: units.farCounty.cell, matter: here.matter }
  await house.does(far, answerAsk, { ...there, words: '已督促单位补缴', result: 'solved' })

  const found = await house.does(house.anyone(), openAskByCode, { code: received.queryCode })
  expect(found).toMatchObject({ cell: there.cell, state: 'answered', unit: { id: units.farCounty.id } })
  const rating = { solved: 'solved', answer: 5, handling: 5 } as const
  const closed = await house.does(house.anyone(), closeAsk, { ...here, code: received.queryCode, ...rating })
  expect(closed.state).toBe('closed')
  await expect(house.asks(officer, findAsk, here)).rejects.toMatchObject({ code: 'kernel.absent' })
})

test('a confidential member asks the union that holds them, and the employer’s officer finds nothing of it', async () => {
  const person = await house.applies({ code, confidential: true })
  const { cell = 0, id: matter = '' } = person.outcome.card?.matter ?? {}
  await house.does(upper, confirmApplication, { cell, matter, decidedOn: '2026-03-02' })

  const received = await house.does(person.actor, submitAsk, { words: '厂里不让入会' })

  expect(received.ask.unit.id).toBe(units.township.id)
  expect((await house.asks(upper, findAsk, keyOf(received))).turns[0]?.words).toBe('厂里不让入会')
  await expect(house.asks(officer, findAsk, keyOf(received))).rejects.toMatchObject({ code: 'kernel.absent' })
})

test('a report of retaliation that nobody takes up in a working day rises to the union above that one (G-05)', async () => {
  const { actor, key } = await asked()
  const report = keyOf(await house.does(actor, reportRetaliation, { ...key, words: '被调到夜班' }))
  expect((await house.asks(upper, findRetaliation, report)).due?.on).toBe('2026-03-03')

  house.moveTo('2026-03-04T09:00:00+08:00')
  await house.does(systemActor('test'), escalateMatters, { cell: units.shop.cell })

  expect((await house.asks(county, findRetaliation, report)).owner.unit).toBe(units.county.name)
  await expect(house.asks(officer, findRetaliation, report)).rejects.toMatchObject({ code: 'kernel.absent' })
})

// Last: afterwards the union is no more.
test('what is asked of a union that goes into another one goes along, with all that was said, and is answered there', async () => {
  const { actor, key } = await asked({ words: '高温津贴没有发' })
  const closedBefore = await asked()
  await house.does(officer, answerAsk, { ...closedBefore.key, words: '答', result: 'explained' })
  const papers = {
    reason: '两家单位已经合并',
    resolution: { on: '2026-02-20', by: '会员大会' },
    intoResolution: '2026-02-21',
    audit: { on: '2026-02-25', by: '区总工会经审办' },
    property: '经费资产并入接续的工会',
  }
  const change = { unit: units.shop.id, kind: 'merge', into: units.siblingShop.id, ...papers }
  const { cell, matter } = await house.does(officer, proposeChange, change)
  await house.does(upper, approveChange, { cell, matter, document: '工〔2026〕9号' })
  const failed = (error: unknown) => {
    throw error
  }
  for (let round = 0; round < 2; round++) {
    await house.settled()
    await reactAll(house.jobPool, membershipReactions(house.services), failed)
    await house.settled()
    await reactAll(house.jobPool, rightsReactions(house.services), failed)
  }

  const sibling = await house.officer(units.siblingShop, 'grassroots_officer')
  const view = await house.asks(sibling, findAsk, key)
  expect(view).toMatchObject({ unit: { id: units.siblingShop.id } })
  expect(view.turns[0]?.words).toBe('高温津贴没有发')
  await house.does(sibling, answerAsk, { ...key, words: '已补发', result: 'solved' })
  expect((await house.asks(actor, findMyAsk, key)).state).toBe('answered')
  expect((await house.asks(sibling, findAsk, closedBefore.key)).turns).toHaveLength(2)
  expect(await house.rows(`select from rights.ask where path = $1`, [units.shop.path])).toEqual([])
})
