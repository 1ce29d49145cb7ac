import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { closeInOrder } from './close-in-order.ts'

/** A server whose `/slow` answers when it is let, and whose `/stream` never ends by itself. */
async function open(mostMs?: number) {
  const server = Fastify({ forceCloseConnections: 'idle' })
  const streamed = closeInOrder(server, mostMs)
  let letAnswer: () => void = () => undefined
  const mayAnswer = new Promise<void>((resolve) => {
    letAnswer = resolve
  })
  let reached = 0
  server.get('/slow', async () => {
    reached++
    await mayAnswer
    return 'answered'
  })
  server.get('/stream', (_request, reply) => {
    reached++
    reply.hijack()
    streamed(reply.raw)
    reply.raw.writeHead(200).write('begins ')
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const port = asPort(server.server.address())
  async function get(path: string) {
    const [answer] = await once(request({ port, path, host: '127.0.0.1' }).end(), 'response')
    return asText(answer)
      .setEncoding('utf8')
      .reduce((text, chunk) => text + chunk, '')
  }
  return {
    server,
    letAnswer,
    get,
    async until(count: number) {
      while (reached < count) await sleep(1)
    },
  }
}

test('what runs is answered before the server is closed', async () => {
  const { server, get, letAnswer, until } = await open()
  const answer = get('/slow')
  await until(1)

  const closed = server.close()
  await sleep(20)
  letAnswer()

  expect(await answer).toBe('answered')
  await closed
})

test('a stream ends at once, in order', async () => {
  const { server, get, until } = await open()
  const text = get('/stream')
  await until(1)

  await server.close()

  expect(await text).toBe('begins ')
})

test('what does not come to an end is cut off', async () => {
  const { server, get, until } = await open(20)
  const answer = get('/slow').catch(() => 'cut off')
  await until(1)

  await server.close()

  expect(await answer).toBe('cut off')
})

/** Safe because the server listens on a port. */
function asPort(address: unknown): number {
  return (address as AddressInfo).port
}

/** Safe because this is what the client's event carries: a stream of text once it has an encoding. */
function asText(answer: unknown): {
  setEncoding(encoding: 'utf8'): { reduce(add: (text: string, chunk: string) => string, from: string): Promise<string> }
} {
  return answer as ReturnType<typeof asText>
}
