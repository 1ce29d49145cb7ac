import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { sendText } from '@gongqiao/kernel/messages/outgoing.ts'
import { expect, onTestFinished, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { allJobs, startBackground } from './background.ts'
import { openLog } from './log.ts'

const house = await openHouse()
const mistakes: unknown[] = []
const services = { ...house.services, logMistake: (error: unknown) => void mistakes.push(error) }
const { jobPool, jobUrl, ownerUrl } = house
const app = { services, jobPool, jobUrl, ownerUrl }

function start(config: { mode: 'production' | 'demonstration'; smsUrl: string | undefined }) {
  const background = startBackground(app, config, openLog('silent'))
  onTestFinished(() => background.stop())
  return background
}
/** A gateway that keeps what it was given. */
async function gateway() {
  const got: string[] = []
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => got.push(text))
    request.on('end', () => response.end())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { got, url: `http://127.0.0.1:${asPort(server.address())}` }
}
const text = (phone: string) =>
  inTransaction(services.pool, undefined, (tx) => sendText(tx, services, phone, '您好', services.now()))

test('in production a text message goes to the gateway by itself', async () => {
  const { got, url } = await gateway()
  start({ mode: 'production', smsUrl: url })

  await text('15400000001')

  while (got.length === 0) await sleep(20)
  expect(got).toEqual(['{"phone":"15400000001","text":"您好"}'])
})

test('in a demonstration it stays visible and goes nowhere', async () => {
  const { got, url } = await gateway()
  const background = start({ mode: 'demonstration', smsUrl: url })
  await text('15400000002')
  const scheduled = async () => (await house.rows('select name from pgboss.schedule')).length

  while ((await scheduled()) < allJobs.length) await sleep(20)
  await background.stop()

  expect(got).toEqual([])
})

test('whoever’s number somebody used is told without anybody’s doing; every job has its schedule; nothing goes wrong', async () => {
  const member = await house.applies()
  await house.rows(
    `insert into people.identity_directory (digest, cell_id, person_id) select identity_digest, cell_id, id from people.person where id = $1`,
    [member.actor.person],
  )
  start({ mode: 'demonstration', smsUrl: undefined })

  await house.applies({ unit: house.units.farShop, name: member.name, identityNumber: member.identityNumber })

  const alerts = () => house.rows('select person_id from membership.identity_alert')
  while ((await alerts()).length === 0) await sleep(20)
  expect(await alerts()).toEqual([{ person_id: member.actor.person }])
  expect((await house.rows('select name from pgboss.schedule order by name')).map(({ name }) => name)).toEqual(
    allJobs.map(({ name }) => name).sort(),
  )
  expect(mistakes).toEqual([])
})

/** Safe because the server listens on a port. */
function asPort(address: unknown): number {
  return (address as AddressInfo).port
}
