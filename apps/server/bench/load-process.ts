import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { serveJobs } from './child.ts'
import { type Connection, openConnection } from './connection.ts'

/** What the load process is asked for. */
export type LoadJob = { readonly port: number; readonly connections: number; readonly requests: readonly Buffer[] } & (
  | { readonly kind: 'burst' }
  | {
      readonly kind: 'steady'
      readonly perSecond: number
      /** An event stream to read meanwhile, and for so long after the last answer. */
      readonly stream: { readonly path: string; readonly headers: { readonly [name: string]: string } }
      readonly settleMs: number
    }
)

/** What it saw. Times are milliseconds of its own clock. */
export type LoadResult = {
  readonly elapsedMs: number
  readonly sentAt: readonly number[]
  readonly answeredAt: readonly number[]
  /** Answers that were no success, by status. */
  readonly refused: { readonly [status: string]: number }
  readonly ticks: readonly Tick[]
}

/** An event of the stream: when it came, and what it said. */
export type Tick = { readonly at: number; readonly data: { readonly [field: string]: unknown } }

serveJobs<LoadJob, LoadResult>(async (job) => {
  const { requests } = job
  const connections = await Promise.all(Array.from({ length: job.connections }, () => openConnection(job.port)))
  const sentAt: number[] = []
  const answeredAt: number[] = []
  const refused: Record<string, number> = {}

  async function send(connection: Connection, index: number) {
    const request = requests[index]
    if (!request) throw new Error('a request that was never made')
    sentAt[index] = performance.now()
    const status = await connection.send(request)
    answeredAt[index] = performance.now()
    if (status >= 300) refused[status] = (refused[status] ?? 0) + 1
  }

  const ticks: Tick[] = []
  const started = performance.now()
  if (job.kind === 'burst') {
    let next = 0
    await Promise.all(
      connections.map(async (connection) => {
        while (next < requests.length) await send(connection, next++)
      }),
    )
  } else {
    const stream = await openStream(job.port, job.stream, (data) => ticks.push({ at: performance.now(), data }))
    await sendSteadily(connections, requests.length, job.perSecond, send)
    await sleep(job.settleMs)
    stream.destroy()
  }
  const elapsedMs = Math.max(...answeredAt) - started
  for (const connection of connections) connection.close()
  return { elapsedMs, sentAt, answeredAt, refused, ticks }
})

/** Sends each request at its time, on whichever connection is free: a slow answer delays no other. */
async function sendSteadily(
  connections: readonly Connection[],
  howMany: number,
  perSecond: number,
  send: (connection: Connection, index: number) => Promise<void>,
): Promise<void> {
  const start = performance.now()
  let next = 0
  await Promise.all(
    connections.map(async (connection) => {
      while (next < howMany) {
        const index = next++
        const waitMs = start + (index * 1000) / perSecond - performance.now()
        if (waitMs > 0) await sleep(waitMs)
        await send(connection, index)
      }
    }),
  )
}

/** Opens an event stream and waits for its first event. */
function openStream(
  port: number,
  { path, headers }: { readonly path: string; readonly headers: { readonly [name: string]: string } },
  told: (data: Tick['data']) => void,
): Promise<{ destroy(): void }> {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`the stream answered ${answer.statusCode}`))
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        const events = (text + chunk).split('\n\n')
        text = events.pop() ?? ''
        for (const event of events) {
          const data = /^data: (.*)$/m.exec(event)?.[1]
          if (data !== undefined) told(JSON.parse(data))
        }
        resolve(request)
      })
      answer.on('error', () => undefined) // it is ended by us
    })
    request.on('error', reject)
  })
}
