import { setTimeout as sleep } from 'node:timers/promises'
import { newForms, sendCodes } from './applicants.ts'
import { startChild } from './child.ts'
import { type Figure, figureOf, percentile } from './figures.ts'
import type { BenchInstallation } from './installation.ts'
import { joinRequest, loadFile } from './join.ts'
import { lagsOf } from './lags.ts'
import type { LoadJob, LoadResult } from './load-process.ts'

const connections = 16
const perSecond = 200
const settleMs = 3_000

/** How many rounds, and how long joins come in each. */
export type LagSize = { readonly rounds: number; readonly seconds: number }

/** How long after a join's commit the figure of the nation has counted it, on a stream of events, under 200 joins a second. */
export async function measureLag(
  { app, port, nation }: BenchInstallation,
  { rounds, seconds }: LagSize,
  onProgress: (words: string) => void,
): Promise<Figure> {
  const { nationOfficer: officer } = nation
  const load = startChild<LoadJob, LoadResult>(loadFile)
  const stream = {
    path: `/api/units/${officer.unit}/figures/stream?post=${officer.post}`,
    headers: { cookie: officer.cookie },
  }
  try {
    await sleep(settleMs) // what was measured before is still being counted
    const found: number[] = []
    for (let round = 1; round <= rounds; round++) {
      const forms = await newForms(app.services, nation, perSecond * seconds)
      await sendCodes(app.services, forms)
      const requests = forms.map(joinRequest)
      const seen = await load.ask({ kind: 'steady', port, connections, requests, perSecond, stream, settleMs })
      if (Object.keys(seen.refused).length > 0) throw new Error(`joins were refused: ${JSON.stringify(seen.refused)}`)
      found.push(percentile(lagsOf(seen), 95))
      onProgress(`figures: round ${round}/${rounds}, p95 ${found.at(-1)?.toFixed(0)} ms`)
    }
    return figureOf({ name: 'figures.lag', unit: 'ms (p95)', better: 'less', rounds: found, bar: { atMost: 1_000 } })
  } finally {
    load.stop()
  }
}
