import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { type JoiningForm, newForms, sendCodes } from './applicants.ts'
import { type Child, startChild } from './child.ts'
import { requestBytes } from './connection.ts'
import { type Figure, figureOf } from './figures.ts'
import { floorRuns, floorSession, floorStatement } from './floor.ts'
import type { BenchInstallation } from './installation.ts'
import type { LoadJob, LoadResult } from './load-process.ts'
import type { PlainJob, PlainResult } from './plain-process.ts'
import { recordJoins } from './recorded-joins.ts'

const connections = 16
const warmUp = 1_000

/** How many rounds, and how many joins each of the three does in a round. */
export type JoinSize = { readonly rounds: number; readonly joins: number }

export const loadFile = new URL('./load-process.ts', import.meta.url)
const plainFile = new URL('./plain-process.ts', import.meta.url)

/** A joining form as the bytes of the request that the member app sends. */
export function joinRequest(form: JoiningForm): Buffer {
  return requestBytes('POST', '/api/joining/applications', { 'x-gongqiao': '1', 'idempotency-key': newId() }, form)
}

/**
 * Joins a second through HTTP, against the same statements by plain `pg` and against the floor: one statement that writes
 * person, membership, outbox and audit. A round is one burst of each, one after the other.
 */
export async function measureJoins(
  { app, port, appUrl, nation }: BenchInstallation,
  { rounds, joins }: JoinSize,
  onProgress: (words: string) => void,
): Promise<Figure[]> {
  const { services } = app
  const load = startChild<LoadJob, LoadResult>(loadFile)
  const plain = startChild<PlainJob, PlainResult>(plainFile)
  const floor = startChild<PlainJob, PlainResult>(plainFile)
  const forms = async (howMany: number) => {
    const made = await newForms(services, nation, howMany)
    await sendCodes(services, made)
    return made
  }

  async function overHttp(howMany: number): Promise<number> {
    const requests = (await forms(howMany)).map(joinRequest)
    const { elapsedMs, refused } = await load.ask({ kind: 'burst', port, connections, requests })
    if (Object.keys(refused).length > 0) throw new Error(`joins were refused: ${JSON.stringify(refused)}`)
    return (howMany / elapsedMs) * 1000
  }

  async function bySql(howMany: number): Promise<number> {
    const recorded = await recordJoins(services, await forms(howMany + nation.counties.length))
    return rateOf(plain, { url: appUrl, connections, session: [], ...recorded })
  }

  async function onTheFloor(howMany: number): Promise<number> {
    const runs = floorRuns(nation, howMany)
    return rateOf(floor, { url: appUrl, connections, session: floorSession, statements: [floorStatement], runs })
  }

  try {
    onProgress('joins: warming up')
    for (const measure of [overHttp, bySql, onTheFloor]) await measure(warmUp)
    const [http, sql, least]: [number[], number[], number[]] = [[], [], []]
    for (let round = 1; round <= rounds; round++) {
      http.push(await overHttp(joins))
      sql.push(await bySql(joins))
      least.push(await onTheFloor(joins))
      const words = [http, sql, least].map((rates) => Math.round(rates.at(-1) ?? 0)).join(' · ')
      onProgress(`joins: round ${round}/${rounds}, a second over HTTP · by SQL · floor: ${words}`)
    }
    const measured = { name: 'join.http', unit: 'joins/s', better: 'more', rounds: http } as const
    return [
      figureOf({ ...measured, reference: { name: 'join.sql', rounds: sql }, bar: { atLeastTimes: 0.5 } }),
      figureOf({ ...measured, reference: { name: 'join.floor', rounds: least }, bar: { atLeastTimes: 0.2 } }),
    ]
  } finally {
    for (const child of [load, plain, floor]) child.stop()
  }
}

async function rateOf(child: Child<PlainJob, PlainResult>, job: PlainJob): Promise<number> {
  const { elapsedMs } = await child.ask(job)
  return (job.runs.length / elapsedMs) * 1000
}
