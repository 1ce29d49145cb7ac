import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import Fastify from 'fastify'
import { afterAll, expect, test, vi } from 'vitest'
import { type Hub, makeHub, streamEvents } from './live.ts'

const closing: (() => Promise<unknown>)[] = []
afterAll(() => Promise.all(closing.map((close) => close())))

test('a listener is told of changes of its topic and of no other, until it stops listening', async () => {
  const hub = makeHub(1)
  const heard: string[] = []
  const stop = hub.listen('north', () => heard.push('north'))
  hub.listen('south', () => heard.push('south'))

  hub.tell(['north', 'west'])
  await vi.waitFor(() => expect(heard).toEqual(['north']))
  stop()
  hub.tell(['north', 'south'])
  await vi.waitFor(() => expect(heard).toEqual(['north', 'south']))

  expect(hub.listeners()).toBe(1)
})

test('a burst of changes is told once, and what changes afterwards is told again', async () => {
  const hub = makeHub(5)
  let times = 0
  hub.listen('north', () => times++)

  for (let change = 0; change < 50; change++) hub.tell(['north'])
  await vi.waitFor(() => expect(times).toBe(1))
  hub.tell(['north'])
  await vi.waitFor(() => expect(times).toBe(2))
})

test('whoever stops listening while a change is gathered hears nothing of it', async () => {
  const hub = makeHub(5)
  const heard: string[] = []
  const stop = hub.listen('north', () => heard.push('left'))
  hub.listen('north', () => heard.push('stays'))

  hub.tell(['north'])
  stop()

  await vi.waitFor(() => expect(heard).toEqual(['stays']))
  expect(heard).toEqual(['stays'])
})

/** Tells a change, and waits until every listener has heard of it. */
async function changes(hub: Hub): Promise<void> {
  const heard = Promise.withResolvers<void>()
  const stop = hub.listen('north', () => heard.resolve())
  hub.tell(['north'])
  await heard.promise
  stop()
}

/** A server whose one stream asks `read`, and somebody who opens it. */
async function stream(read: () => Promise<unknown>, hub: Hub = makeHub(1)) {
  const server = Fastify({ forceCloseConnections: true })
  const mistakes: unknown[] = []
  server.get('/stream', (_request, reply) => {
    streamEvents(reply, hub, 'north', 'figures', read, (error) => mistakes.push(error))
  })
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  closing.push(() => server.close())
  async function open() {
    const request = get(`${address}/stream`)
    const [answer]: IncomingMessage[] = await once(request, 'response')
    if (!answer) throw new Error('an answer comes')
    let text = ''
    answer.on('data', (chunk) => {
      text += String(chunk)
    })
    return { request, answer, events: () => text.split('\n\n').slice(0, -1) }
  }
  return { hub, mistakes, open }
}

test('a stream begins with what is so now, and tells it again after each change', async () => {
  let figure = 1
  const { hub, open } = await stream(async () => ({ figure }))

  const reader = await open()
  await vi.waitFor(() => expect(reader.events()).toEqual(['event: figures\ndata: {"figure":1}']))
  figure = 2
  hub.tell(['north'])

  await vi.waitFor(() => expect(reader.events()).toHaveLength(2))
  expect(reader.events()[1]).toBe('event: figures\ndata: {"figure":2}')
  expect(reader.answer.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  reader.request.destroy()
})

test('a change that comes while an answer is being read is told after it, once', async () => {
  let asked = 0
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const { hub, open } = await stream(async () => {
    const time = asked++
    await gates[time]?.promise
    return { time }
  })

  const reader = await open()
  for (let change = 0; change < 5; change++) await changes(hub)
  gates[0]?.resolve()
  gates[1]?.resolve()

  await vi.waitFor(() => expect(reader.events()).toHaveLength(2))
  expect(asked).toBe(2)
  reader.request.destroy()
})

test('a stream whose answer is refused ends, is told of as a mistake of its own, and listens no longer', async () => {
  let allowed = true
  const refusal = new Error('no longer yours')
  const { hub, open, mistakes } = await stream(async () => {
    if (!allowed) throw refusal
    return {}
  })
  const reader = await open()
  await vi.waitFor(() => expect(reader.events()).toHaveLength(1))

  allowed = false
  hub.tell(['north'])
  await once(reader.answer, 'end')

  await vi.waitFor(() => expect(hub.listeners()).toBe(0))
  expect(mistakes).toEqual([refusal])
  expect(reader.events()).toHaveLength(1)
})

test('a reader who leaves is not listened for any more', async () => {
  const { hub, open } = await stream(async () => ({}))
  const readers = [await open(), await open()]
  await vi.waitFor(() => expect(hub.listeners()).toBe(2))

  for (const reader of readers) reader.request.destroy()

  await vi.waitFor(() => expect(hub.listeners()).toBe(0))
})

test('a reader who does not read keeps no heap of answers: the newest is told once there is room', async () => {
  let figure = 0
  let asked = 0
  const padding = 'x'.repeat(1_000_000)
  const { hub, open } = await stream(async () => {
    asked++
    return { figure, padding }
  })
  const reader = await open()
  reader.answer.pause()

  for (figure = 1; figure < 60; figure++) {
    await changes(hub)
  }
  expect(asked).toBeLessThan(40)
  reader.answer.resume()

  await vi.waitFor(() => expect(reader.events().at(-1)).toContain('{"figure":60,'), 10_000)
  reader.request.destroy()
})
