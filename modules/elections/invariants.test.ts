import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { verify } from '@gongqiao/kernel/verify/verify.ts'
import { expect, test } from 'vitest'
import { makeElections } from '../../tests/elections.ts'
import { openHouse } from '../../tests/house.ts'
import { approveResult } from './commands/approve-result.ts'
import { electionInvariants } from './invariants.ts'
import { electionParameters } from './parameter-rows.ts'
import { keepParameters, parametersOf } from './parameter-table.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop)
const above = await house.officer(units.township)
const elections = makeElections(house, units.shop, officer, above)
const names = ['王一', '丁二', '李三', '张四', '欧阳五', '万六', '龙七', '魏八', '戴九', '卜十', '马十一', '史十二']
await elections.onRoll(names)
const reported = await elections.until('reported', names)
await house.does(above, approveResult, { ...elections.key(reported), documentNumber: '〔2026〕1号' })
const { matter } = reported

/** What breaks after some harm, by the invariant's name; the harm is mended again. */
async function broken(harm?: string, mend?: string): Promise<string[]> {
  const found: string[] = []
  if (harm) await house.rows(harm)
  await verify(
    house.services.pool,
    electionInvariants,
    { onBreach: ({ name }, { words }) => found.push(`${name}: ${words}`) },
    new AbortController().signal,
  )
  if (mend) await house.rows(mend)
  return found
}

test('nothing breaks in a house with an approved election', async () => {
  expect(await broken()).toEqual([])
})

test('a contest without a ballot after the meeting is found', async () => {
  expect(
    await broken(
      `insert into elections.contest (cell_id, matter_id, body, path, seats) values (440103, '${matter}', 'womens', '', 1)`,
      `delete from elections.contest where matter_id = '${matter}' and body = 'womens'`,
    ),
  ).toEqual(['elections.ballots: has 3 ballots for 4 contests'])
})

test('more elected than seats, and somebody elected who never stood, are found', async () => {
  expect(
    await broken(
      `update elections.contest set seats = 2 where matter_id = '${matter}' and body = 'committee'`,
      `update elections.contest set seats = 3 where matter_id = '${matter}' and body = 'committee'`,
    ),
  ).toEqual(['elections.seats: has more elected than seats'])
  const [chair] = await house.rows(
    `select candidate_id as id from elections.elected where matter_id = '${matter}' and body = 'chair'`,
  )
  expect(
    await broken(
      `update elections.elected set candidate_id = (select id from elections.candidate where matter_id = '${matter}'
         and not 'chair' = any(bodies) limit 1) where matter_id = '${matter}' and body = 'chair'`,
      `update elections.elected set candidate_id = '${chair?.id}' where matter_id = '${matter}' and body = 'chair'`,
    ),
  ).toEqual(['elections.seats: has somebody elected for whom nobody could vote'])
})

test('an election approved by no document, or that was never held, is found', async () => {
  expect(
    await broken(
      `update elections.election set document_number = null where matter_id = '${matter}'`,
      `update elections.election set document_number = '〔2026〕1号' where matter_id = '${matter}'`,
    ),
  ).toEqual(['elections.approved: is approved by no document'])
})

test('a parameter that was edited here stays when the product writes its own again; an untouched one follows (rulebook 9)', async () => {
  await house.rows(`update elections.parameter set value = '25' where key = 'delegatesFrom'`)
  const changed = electionParameters.map((row) => (row.key === 'managerPercent' ? { ...row, value: 30 } : row))

  const written = await inTransaction(house.services.pool, undefined, (tx) => keepParameters(tx, changed))

  expect(written).toBe(1)
  const { values } = await inTransaction(
    house.services.pool,
    undefined,
    (tx) => parametersOf(tx, house.services, 440_103, '2026-03-02'),
    'read only',
  )
  expect([values.delegatesFrom, values.managerPercent]).toEqual([25, 30])
})

test('an approved election keeps the rows its decision rests on', async () => {
  const [row] = await house.rows('select rules from elections.election where matter_id = $1', [matter])
  expect(row?.rules).toContainEqual(
    expect.objectContaining({ key: 'committeeSize', region: '440000', confidence: 'V2' }),
  )
})
