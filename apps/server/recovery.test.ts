import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { makeServed } from '../../tests/served.ts'
import { headersOf, peopleOf } from '../../tests/served-people.ts'

const served = await makeServed()
afterAll(() => served.remove())

const { newcomer, joins, joined, stillThere } = peopleOf(served)

test('after kill -9 of server, database or both, a start finds everything acknowledged, and the figures are right', async () => {
  await served.start()
  const tickets = [await joined()]

  await served.kill()
  await served.start()
  await stillThere(tickets)

  tickets.push(await joined())
  await served.killDatabase()
  await served.recovered()
  await stillThere(tickets)
  tickets.push(await joined())

  const forms = await Promise.all(Array.from({ length: 12 }, newcomer))
  const running = forms.map(joins)
  // Some have been answered and some have not when everything goes.
  const first = await Promise.race(running)
  await Promise.all([served.kill(), served.killDatabase()])
  const answered = (await Promise.all(running)).filter((ticket) => ticket !== undefined)
  expect(answered).toContainEqual(first)
  await served.start()
  await stillThere([...tickets, ...answered])

  const verified = await served.run('verify')
  expect(verified.said).not.toContain('✗')
  expect(verified.code).toBe(0)
}, 120_000)

/** Begins to send a submission: it is being read already, and its second half comes when `finish` is called. */
async function halfSent(form: object) {
  const body = Buffer.from(JSON.stringify(form))
  const sending = request(`${served.url}/api/joining/applications`, {
    method: 'POST',
    headers: { ...headersOf, 'content-length': body.length, expect: '100-continue' },
  })
  const answered = once(sending, 'response')
  sending.flushHeaders()
  await once(sending, 'continue')
  sending.write(body.subarray(0, 40))
  return {
    async finish() {
      sending.end(body.subarray(40))
      const [answer] = await answered
      return asAnswer(answer).statusCode
    },
  }
}

test('told to stop, it ends in order: what runs is answered, and the database is shut down', async () => {
  await served.start()
  const running = await halfSent(await newcomer())

  const stopped = served.stop()
  while (!served.said().includes('stopping')) await sleep(10)

  expect(await running.finish()).toBe(201)
  expect(await stopped).toBe(0)
  await served.start()
  expect(served.said()).not.toContain('recovering')
  await expect(served.run('verify')).resolves.toMatchObject({ code: 0 })
}, 120_000)

/** Safe because this is what the client's event carries. */
function asAnswer(value: unknown): IncomingMessage {
  return value as IncomingMessage
}
