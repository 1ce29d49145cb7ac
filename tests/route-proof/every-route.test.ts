import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openHouse } from '../house.ts'
import { makeNeighbours, type There } from '../neighbours.ts'
import { rules } from '../route-rules.ts'
import { casesOf, makeSender } from '../route-sending.ts'
import { ofShard, shards } from './shards.ts'
import { unreached } from './unreached.ts'
import { verdictOf } from './verdicts.ts'

const house = await openHouse()
const neighbours = makeNeighbours(house)
const kit = { house, neighbours }
const { units } = house
const cases = casesOf((await house.server.inject({ url: '/api/openapi.json' })).json())
const routes = cases.map(({ route }) => route)
const numbers = Array.from({ length: shards }, (_, index) => index + 1)

test('every route has a rule, and every rule its route', () => {
  expect([...routes].sort()).toEqual(Object.keys(rules).sort())
})

test('every route is proved in one shard, every shard in a file, and no route is excused that is not there', () => {
  expect(numbers.flatMap((shard) => ofShard(routes, shard)).sort()).toEqual([...routes].sort())
  expect(globSync('[0-9]*.test.ts', { cwd: import.meta.dirname }).sort()).toEqual(
    numbers.map((shard) => `${shard}.test.ts`).sort(),
  )
  expect(routes).toEqual(expect.arrayContaining([...unreached]))
})

test('a picture and a stream take the post from their address, under the same rule', async () => {
  await house.server.listen({ port: 0, host: '127.0.0.1' })
  const send = makeSender(house.server)
  const { account, post } = await neighbours.officerAt(units.township, 'upper_officer')
  const cookie = await neighbours.sessionOf(account)
  const [inside, outside] = [await neighbours.plantAt(units.shop), await neighbours.plantAt(units.siblingTownship)]

  for (const route of ['GET /cells/{cell}/joining-codes/{file}', 'GET /units/{unit}/figures/stream']) {
    const [one, row] = [cases.find((found) => found.route === route), rules[route]]
    if (!one || !row?.ask) throw new Error(`${route} is described and has a rule`)
    const ask = async (there: There, named: string) =>
      verdictOf(row, await send(one, { ...(await row.ask?.(there, kit)), query: { post: named } }, { cookie }))

    expect([
      await ask(inside, post.id),
      await ask(outside, post.id),
      await ask(inside, outside.officer.post.id),
    ]).toEqual(['allowed', 'absent', 'forbidden'])
  }
  house.server.server.closeAllConnections()
})
