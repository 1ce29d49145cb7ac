import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { oldestUnsealed } from '@gongqiao/kernel/seal/national-scans.ts'
import { leafBytes, type RowTexts, textsOf } from '@gongqiao/kernel/seal/rows.ts'
import { sealNew } from '@gongqiao/kernel/seal/seal-new.ts'
import { treeHash } from '@gongqiao/kernel/seal/tree.ts'
import { newIds } from '@gongqiao/kernel/shared/ids.ts'
import { type Figure, figureOf } from './figures.ts'
import type { BenchInstallation } from './installation.ts'

const cells = 10
const act = 'bench.seal'
const writeRows = `insert into kernel.audit (cell_id, id, at, act, actor_kind, account_id, subject_id, before, after)
  select $1, id, $3, '${act}', 'person', id, id, '{"state": "draft"}', '{"state": "submitted", "number": 7}'
  from unnest($2::uuid[]) as given (id)`
const readRows = `select ${textsOf('audit', 'r')} from kernel.audit r where r.cell_id = $1 and r.id = any($2::uuid[])`

/** How many rounds, and how many rows in each. */
export type SealSize = { readonly rounds: number; readonly rows: number }

/** Rows of the audit that are sealed a second, from the table to the signature, against hashing the same rows in memory. */
export async function measureSeal(
  { app }: BenchInstallation,
  { rounds, rows }: SealSize,
  onProgress: (words: string) => void,
): Promise<Figure> {
  const { services, jobPool } = app
  const hash = treeHash(services.sealKeys.suite)
  const [sealed, hashed]: [number[], number[]] = [[], []]
  await sealNew(jobPool, services)
  for (let round = 1; round <= rounds; round++) {
    const texts: RowTexts[] = []
    for (let cell = 1; cell <= cells; cell++) {
      const ids = newIds(rows / cells, Date.now())
      await inTransaction(services.pool, undefined, (tx) => tx.run(writeRows, [cell, ids, services.now()]))
      texts.push(...(await inTransaction(services.pool, undefined, (tx) => tx.many<RowTexts>(readRows, [cell, ids]))))
    }
    // The installation seals by itself meanwhile and takes a part: all is counted, until nothing waits.
    const began = performance.now()
    do await sealNew(jobPool, services)
    while (await inTransaction(jobPool, undefined, oldestUnsealed, 'read only'))
    sealed.push((rows * 1_000) / (performance.now() - began))
    hashed.push(perSecond(texts, (row) => hash.leaf(leafBytes('audit', row))))
    onProgress(`seal.rows: round ${round}/${rounds}, ${Math.round(sealed.at(-1) ?? 0)} a second`)
  }
  return figureOf({
    name: 'seal.rows',
    unit: 'rows/s',
    better: 'more',
    rounds: sealed,
    reference: { name: 'hashing alone', rounds: hashed },
    bar: {},
  })
}

function perSecond<T>(all: readonly T[], work: (one: T) => Buffer): number {
  const started = performance.now()
  let bytes = 0
  for (const one of all) bytes += work(one).length
  // Reading what was computed keeps the work from being left out.
  if (bytes !== all.length * 32) throw new Error('a hash is 32 bytes long')
  return (all.length * 1_000) / (performance.now() - started)
}
