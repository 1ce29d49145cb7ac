import { setTimeout as sleep } from 'node:timers/promises'
import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { readCell } from '@gongqiao/kernel/jobs/read-cell.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { moveUnitMembers } from '@gongqiao/modules/membership/index.ts'
import { openUnitsById } from '@gongqiao/modules/organization/index.ts'
import { type Figure, figureOf } from './figures.ts'
import type { BenchInstallation } from './installation.ts'
import type { BenchCounty } from './nation.ts'

/** How many unions merge, one in each county. */
export type MergeSize = { readonly rounds: number }

/** Ten unions of a thousand members make one of ten thousand. */
const gathered = 10

/**
 * A union of 10,000 members merges into another one of its cell: seconds from the request that approves it until its people,
 * what is open and the union itself have gone over.
 */
export async function measureMerge(
  { app, port, nation }: BenchInstallation,
  { rounds }: MergeSize,
  onProgress: (words: string) => void,
): Promise<Figure> {
  const { services } = app
  const { cookie, post } = nation.nationOfficer
  const system = systemActor('bench')

  async function send<A>(path: string, body: object): Promise<A> {
    const answer = await fetch(`http://127.0.0.1:${port}/api${path}`, {
      method: 'POST',
      headers: {
        cookie,
        'x-post': post,
        'x-gongqiao': '1',
        'idempotency-key': newId(),
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return asAnswer<A>(await answer.json())
  }

  async function merge({ cell, holders }: BenchCounty): Promise<number> {
    const [into, big, ...others] = holders.map(({ id }) => id)
    if (into === undefined || big === undefined) throw new Error('a county has a hundred unions')
    for (const from of others.slice(0, gathered - 1))
      await perform(services, system, moveUnitMembers, { cell, from, into: big })
    const day = '2026-01-05'
    const { matter } = await send<{ matter: string }>(`/units/${big}/changes`, {
      kind: 'merge',
      into,
      reason: '两家单位已经合并',
      resolution: { on: day, by: '会员大会' },
      intoResolution: day,
      audit: { on: day, by: '经审办' },
      property: '并入接续的工会',
    })
    await settled()
    const started = performance.now()
    await send(`/cells/${cell}/unit-changes/${matter}/approval`, { document: '工〔2026〕1号' })
    for (;;) {
      const state = await readCell(services.pool, cell, (tx) =>
        tx.one<{ state: string }>('select state from kernel.matter where cell_id = $1 and id = $2', [cell, matter]),
      )
      if (state.state === 'done') return (performance.now() - started) / 1000
      await sleep(20)
    }
  }

  /** Whatever was done before is numbered: what is measured waits for nothing but itself. */
  async function settled(): Promise<void> {
    for (;;) {
      const { waiting } = await inTransaction(services.pool, undefined, (tx) =>
        tx.one<{ waiting: number }>('select count(*) as waiting from kernel.outbox where cell_id = any($1::int[])', [
          nation.counties.map(({ cell }) => cell),
        ]),
      )
      if (waiting === 0) return
      await sleep(20)
    }
  }

  /** A data folder that is kept has counties whose unions have merged already. */
  async function untouched(): Promise<BenchCounty[]> {
    const units = await inTransaction(services.pool, undefined, (tx) =>
      openUnitsById(
        tx,
        nation.counties.flatMap(({ holders }) => holders[1]?.id ?? []),
      ),
    )
    return nation.counties.filter(({ holders }) => units.get(holders[1]?.id ?? '')?.state === 'active')
  }

  const seconds: number[] = []
  for (const county of (await untouched()).slice(0, rounds)) {
    seconds.push(await merge(county))
    onProgress(`merge of 10,000 members: round ${seconds.length}/${rounds}: ${seconds.at(-1)?.toFixed(2)} s`)
  }
  return figureOf({ name: 'unit.merge', unit: 's', better: 'less', rounds: seconds, bar: { atMost: 5 } })
}

/** Safe because the answer's shape is what the server has just checked it against. */
function asAnswer<A>(answer: unknown): A {
  return answer as A
}
