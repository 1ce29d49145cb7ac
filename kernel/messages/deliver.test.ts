import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { inTransaction } from '../database/tx.ts'
import { deliverDue, type SendText, smsGateway } from './deliver.ts'
import { sendText } from './outgoing.ts'

const house = await openHouse()
const { services } = house
const signal = new AbortController().signal

beforeEach(async () => {
  house.moveTo('2026-03-02T09:00:00+08:00')
  await house.rows('delete from kernel.outgoing')
})

const puts = (phone: string, text: string) =>
  inTransaction(services.pool, undefined, (tx) => sendText(tx, services, phone, text, services.now()))
const after = (seconds: number) => house.moveTo(new Date(house.now().getTime() + seconds * 1000).toISOString())

test('a message goes to the gateway as phone and text, once', async () => {
  const got: unknown[] = []
  const send: SendText = async ({ phone, text }) => void got.push({ phone, text })
  await puts('15400000001', '验证码 123456')

  expect(await deliverDue(services, send, signal)).toEqual({ sent: 1, failed: 0 })
  expect(await deliverDue(services, send, signal)).toEqual({ sent: 0, failed: 0 })

  expect(got).toEqual([{ phone: '15400000001', text: '验证码 123456' }])
  expect(await house.rows('select tries, sent_at is not null as sent, next_at from kernel.outgoing')).toEqual([
    { tries: 1, sent: true, next_at: null },
  ])
})

test('what the gateway did not take is tried again after seconds, then later and later', async () => {
  let tries = 0
  const send: SendText = async () => {
    if (++tries < 3) throw new Error('away')
  }
  await puts('15400000002', '您好')

  expect(await deliverDue(services, send, signal)).toEqual({ sent: 0, failed: 1 })
  expect(await deliverDue(services, send, signal)).toEqual({ sent: 0, failed: 0 })
  after(5)
  expect(await deliverDue(services, send, signal)).toEqual({ sent: 0, failed: 1 })
  after(5)
  expect(await deliverDue(services, send, signal)).toEqual({ sent: 0, failed: 0 })
  after(10)

  expect(await deliverDue(services, send, signal)).toEqual({ sent: 1, failed: 0 })
})

test('after a day it is given up', async () => {
  const send: SendText = async () => {
    throw new Error('away')
  }
  await puts('15400000003', '您好')

  for (let round = 0; round < 12; round++) {
    await deliverDue(services, send, signal)
    after(86_400)
  }

  expect(await house.rows('select tries, sent_at, next_at from kernel.outgoing')).toEqual([
    { tries: 10, sent_at: null, next_at: null },
  ])
})

test('two processes never hand over the same message at the same time', async () => {
  const got: string[] = []
  const send: SendText = async ({ phone }) => void got.push(phone)
  const phones = Array.from({ length: 50 }, (_, index) => `154000001${String(index).padStart(2, '0')}`)
  for (const phone of phones) await puts(phone, '您好')

  await Promise.all([deliverDue(services, send, signal), deliverDue(services, send, signal)])

  expect(got.sort()).toEqual(phones)
})

test('the gateway gets UTF-8 JSON and an id to know a repeat by; an answer that is no 2xx is a failure', async () => {
  const asked: { body: string; key: unknown }[] = []
  let status = 202
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      asked.push({ body: Buffer.concat(chunks).toString('utf8'), key: request.headers['idempotency-key'] })
      response.writeHead(status).end('ok')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const send = smsGateway(`http://127.0.0.1:${asPort(server.address())}/sms`)

  await send({ id: 'a', phone: '15400000001', text: '您好，䶮师傅' })
  status = 503

  await expect(send({ id: 'b', phone: '15400000001', text: '您好' })).rejects.toThrow('503')
  expect(asked[0]).toEqual({ body: '{"phone":"15400000001","text":"您好，䶮师傅"}', key: 'a' })
})

/** Safe because the server listens on a port. */
function asPort(address: unknown): number {
  return (address as AddressInfo).port
}
