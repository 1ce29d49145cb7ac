import { expect, test } from 'vitest'
import { matterParts } from '../../apps/server/matter-parts.ts'
import { referMatter } from '../../kernel/matter/commands/refer.ts'
import { verify } from '../../kernel/verify/verify.ts'
import { deliverFacts } from '../../tests/ask-facts.ts'
import { openHouse } from '../../tests/house.ts'
import { answerAsk } from './commands/answer-ask.ts'
import { closeAsk } from './commands/close-ask.ts'
import { reportRetaliation } from './commands/report-retaliation.ts'
import { submitAnonymousAsk } from './commands/submit-anonymous-ask.ts'
import { submitAsk } from './commands/submit-ask.ts'
import { rightsInvariants } from './invariants.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop)
await house.officer(units.farCounty)

async function broken(): Promise<string[]> {
  const found: string[] = []
  const onBreach = (invariant: { readonly name: string }, { words }: { readonly words: string }) =>
    found.push(`${invariant.name}: ${words}`)
  await verify(house.services.pool, rightsInvariants, { onBreach }, new AbortController().signal)
  return found
}
async function breaking(harm: string, mend: string, values: readonly unknown[]): Promise<string[]> {
  await house.rows(harm, values)
  try {
    return await broken()
  } finally {
    await house.rows(mend, values)
  }
}

const { actor } = await house.applies({ unit: units.shop })
const { ask } = await house.does(actor, submitAsk, { words: '问', topic: '04' })
const key = { cell: ask.cell, matter: ask.matter }
await house.does(officer, answerAsk, { ...key, words: '答', result: 'solved' })
await house.does(actor, reportRetaliation, { ...key, words: '被调岗' })
const nobody = await house.does(house.anyone(), submitAnonymousAsk, { words: '问', unit: units.county.id })
const closed = await house.does(actor, submitAsk, { words: '再问' })
await house.does(officer, answerAsk, { cell: ask.cell, matter: closed.ask.matter, words: '答', result: 'explained' })
const end = { cell: ask.cell, matter: closed.ask.matter }
await house.does(actor, closeAsk, { ...end, solved: 'solved', answer: 5, handling: 5 })
const away = await house.does(actor, submitAsk, { words: '远处的事' })
const going = { cell: ask.cell, matter: away.ask.matter, unit: units.farCounty.id, reason: 'belongs_there' }
await house.does(officer, referMatter(matterParts), going)

test('nothing breaks where people asked, were answered, closed, reported and were referred, folded or not yet', async () => {
  expect(await broken()).toEqual([])
  await deliverFacts(house)
  expect(await broken()).toEqual([])
})

test('an ask that is not where its matter is breaks', async () => {
  expect(
    await breaking(
      `update rights.ask set path = path || '00z' where matter_id = $1`,
      `update rights.ask set path = left(path, -3) where matter_id = $1`,
      [key.matter],
    ),
  ).toEqual(['rights.ask_has_content: stands elsewhere than its matter'])
})

test('an anonymous ask that leads to somebody breaks', async () => {
  expect(
    await breaking(
      'update kernel.matter_event set account_id = matter_id where matter_id = $1 and number = 1',
      'update kernel.matter_event set account_id = null where matter_id = $1 and number = 1',
      [nobody.ask.matter],
    ),
  ).toEqual(['rights.nobody_behind_anonymous: is anonymous and leads to somebody'])
})

test('an ask that says it was solved and was not closed by its asker breaks, and so do figures that count it so', async () => {
  expect(
    await breaking(
      `update rights.ask set solved = 'solved' where matter_id = $1`,
      'update rights.ask set solved = null where matter_id = $1',
      [key.matter],
    ),
  ).toEqual(['rights.ended_by_asker: is rated and was not closed by its asker'])
})

test('figures that are not the asks break', async () => {
  await deliverFacts(house)
  expect(
    await breaking(
      `update rights.ask_count set asks = asks + 1 where unit_id = $1 and standing = 'answered'`,
      `update rights.ask_count set asks = asks - 1 where unit_id = $1 and standing = 'answered'`,
      [units.shop.id],
    ),
  ).toContain('rights.counts_equal_asks: counts 1 more than there are')
})
