import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { officerCookie } from '@gongqiao/kernel/signin/officers.ts'
import { afterAll, expect, test, vi } from 'vitest'
import { openHouse } from '../../../tests/house.ts'

const house = await openHouse()
const { units } = house
const code = await house.code(units.shop)
const address = await house.server.listen({ port: 0, host: '127.0.0.1' })
afterAll(() => house.server.server.closeAllConnections())

/** An officer of a union with the figures of another open on their screen. */
async function watching(officerOf: { id: string }, unit: { id: string }) {
  const { account, post } = await house.officer(officerOf)
  const token = newId()
  await house.rows(
    `insert into signin."session" (id, "expiresAt", token, "updatedAt", "userId") values ($1, '2026-04-01', $2, $3, $4)`,
    [newId(), token, house.now(), account],
  )
  const url = `${address}/api/units/${unit.id}/figures/stream?post=${post.id}`
  const request = get(url, { headers: { cookie: `${officerCookie}=${token}` } })
  const [answer]: IncomingMessage[] = await once(request, 'response')
  if (!answer) throw new Error('an answer comes')
  let text = ''
  let ended = false
  answer.on('data', (chunk) => {
    text += String(chunk)
  })
  answer.on('end', () => {
    ended = true
  })
  const ticks = () => [...text.matchAll(/event: figures\ndata: (.+)\n\n/g)].map((match) => JSON.parse(match[1] ?? ''))
  await vi.waitFor(() => expect(ticks()).toHaveLength(1))
  return { account, ticks, ended: () => ended, close: () => request.destroy() }
}
const waiting = { timeout: 10_000, interval: 20 }

test('a join changes the figures on every open screen above it, from the union to the nation, without a question', async () => {
  const chain = [units.shop, units.township, units.county, units.city, units.province, units.nation]
  const screens = []
  for (const unit of chain) screens.push(await watching(unit, unit))
  const before = screens.map((screen) => screen.ticks()[0].provisional)

  await house.applies({ code })

  for (const [index, screen] of screens.entries())
    await vi.waitFor(() => expect(screen.ticks().at(-1).provisional).toBe(before[index] + 1), waiting)
  for (const screen of screens) screen.close()
})

test('a screen of a union beside hears nothing of it', async () => {
  const [above, beside] = [
    await watching(units.township, units.township),
    await watching(units.siblingShop, units.siblingShop),
  ]
  const { provisional } = above.ticks()[0]

  await house.applies({ code })

  await vi.waitFor(() => expect(above.ticks().at(-1).provisional).toBe(provisional + 1), waiting)
  expect(beside.ticks()).toHaveLength(1)
  for (const screen of [above, beside]) screen.close()
})

test('a stream ends at the first change after its officer’s session has ended, and tells nothing more', async () => {
  const screen = await watching(units.township, units.township)

  await house.rows('delete from signin."session" where "userId" = $1', [screen.account])
  await house.applies({ code })

  await vi.waitFor(() => expect(screen.ended()).toBe(true), waiting)
  expect(screen.ticks()).toHaveLength(1)
})

test('a stream ends at the first change after its post has been handed over', async () => {
  const screen = await watching(units.township, units.township)

  await house.rows(`update kernel.post_holding set valid_to = '2026-03-01' where account_id = $1`, [screen.account])
  await house.applies({ code })

  await vi.waitFor(() => expect(screen.ended()).toBe(true), waiting)
  expect(screen.ticks()).toHaveLength(1)
})
