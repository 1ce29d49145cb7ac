import type { Pool } from '../database/connect.ts'
import type { Job } from '../jobs/job.ts'
import type { Breach, Invariant } from './invariant.ts'

/** How one invariant came out. */
export type Verdict = {
  readonly name: string
  readonly words: string
  readonly checked: number
  readonly breaches: number
}

/** Who is told while a check runs. */
export type Listener = {
  readonly onProgress?: (invariant: Invariant, done: number, all: number) => void
  readonly onBreach: (invariant: Invariant, breach: Breach) => void
}

/** Checks invariants one after the other on a database that lives: nothing is locked and nothing changed. */
export async function verify(
  pool: Pool,
  invariants: readonly Invariant[],
  { onProgress, onBreach }: Listener,
  signal: AbortSignal,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const invariant of invariants) {
    let [checked, broken] = [0, 0]
    await invariant.check({
      pool,
      signal,
      step: (done, all) => onProgress?.(invariant, done, all),
      found({ checked: rows, breaches }) {
        checked += rows
        broken += breaches.length
        for (const breach of breaches) onBreach(invariant, breach)
      },
    })
    verdicts.push({ name: invariant.name, words: invariant.words, checked, breaches: broken })
  }
  return verdicts
}

/** A row of the database breaks an invariant. */
export class InvariantBroken extends Error {
  constructor({ words }: Invariant, { row, words: how }: Breach) {
    super(`${words}: ${row} ${how}`)
    this.name = 'InvariantBroken'
  }
}

/** Checks invariants each night, and tells of every row that breaks one. */
export function verifyJob(invariants: readonly Invariant[]): Job {
  return {
    name: 'kernel.verify',
    schedule: '30 1 * * *',
    retry: { times: 1, delaySeconds: 1_800 },
    longestSeconds: 6 * 3_600,
    async run({ services, signal }) {
      const onBreach = (invariant: Invariant, breach: Breach) =>
        services.logMistake(new InvariantBroken(invariant, breach), {
          invariant: invariant.name,
          row: breach.row,
          how: breach.words,
        })
      const verdicts = await verify(services.pool, invariants, { onBreach }, signal)
      const sum = (of: (verdict: Verdict) => number) => verdicts.reduce((total, verdict) => total + of(verdict), 0)
      return { checked: sum((verdict) => verdict.checked), breaches: sum((verdict) => verdict.breaches) }
    },
  }
}
