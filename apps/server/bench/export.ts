import { setTimeout as pause } from 'node:timers/promises'
import { type Figure, figureOf } from './figures.ts'
import type { BenchInstallation } from './installation.ts'

const lookEveryMs = 50

/** How many times the county is exported, and how many times one union. */
export type ExportSize = { readonly rounds: number; readonly small: number }

type Taken = { readonly rows: number; readonly readyMs: number; readonly firstByteMs: number; readonly bytes: number }

/**
 * The roll of a county of 100,000 as a workbook, as an officer gets it: asked for over HTTP, read by the roll's own query
 * under row-level security, each person's look logged, written, sealed into the store. Rows a second are counted from the
 * asking to the file that is ready. The first byte is that of one union's list of 1,000, from the asking to the hand.
 */
export async function measureExports(
  { port, nation }: BenchInstallation,
  { rounds, small }: ExportSize,
  onProgress: (words: string) => void,
): Promise<Figure[]> {
  const { countyOfficer: officer } = nation
  const base = `http://127.0.0.1:${port}/api/exports`
  const headers = { cookie: officer.cookie, 'x-post': officer.post, 'content-type': 'application/json' }
  const union = nation.counties[0]?.holders[0]?.id ?? ''

  async function taken(unit: string): Promise<Taken> {
    const askedAt = performance.now()
    const body = JSON.stringify({ filter: { unit }, format: 'xlsx' })
    const asked = await fetch(`${base}/membership.roll`, { method: 'POST', headers, body })
    if (!asked.ok) throw new Error(`the export was refused: ${await asked.text()}`)
    const { id } = asExport(await asked.json())
    for (;;) {
      const { items } = asExports(await (await fetch(base, { headers })).json())
      const found = items.find((item) => item.id === id)
      if (found?.state === 'ready') {
        const readyMs = performance.now() - askedAt
        const file = await fetch(`${base}/${id}/file`, { headers })
        const reader = file.body?.getReader()
        let bytes = (await reader?.read())?.value?.length ?? 0
        const firstByteMs = performance.now() - askedAt
        for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read())
          bytes += piece.value.length
        return { rows: found.done, readyMs, firstByteMs, bytes }
      }
      if (found?.state !== 'waiting' && found?.state !== 'running') throw new Error(`the export is ${found?.state}`)
      await pause(lookEveryMs)
    }
  }

  const rowsASecond: number[] = []
  const firstByteMs: number[] = []
  for (let round = 1; round <= small; round++) firstByteMs.push((await taken(union)).firstByteMs)
  for (let round = 1; round <= rounds; round++) {
    const { rows, readyMs, bytes } = await taken(officer.unit)
    rowsASecond.push((rows / readyMs) * 1000)
    onProgress(
      `export: round ${round}/${rounds}, ${rows} rows in ${Math.round(readyMs)} ms, ${(bytes / 1e6).toFixed(1)} MB`,
    )
  }
  return [
    figureOf({ name: 'export.rows', unit: 'rows/s', better: 'more', rounds: rowsASecond, bar: { atLeast: 10_000 } }),
    figureOf({ name: 'export.first', unit: 'ms', better: 'less', rounds: firstByteMs, bar: { atMost: 1_000 } }),
  ]
}

type Seen = { readonly id: string; readonly state: string; readonly done: number }

/** Safe because the server's own shape says so. */
function asExport(answer: unknown): Seen {
  return answer as Seen
}

/** Safe because the server's own shape says so. */
function asExports(answer: unknown): { readonly items: readonly Seen[] } {
  return answer as { readonly items: readonly Seen[] }
}
