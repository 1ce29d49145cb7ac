import type { CryptoSuite } from '../../crypto/suite.ts'
import type { Pool } from '../../database/connect.ts'
import { readNetwork } from '../../verify/invariant.ts'
import type { KeptSeal } from '../contract.ts'
import { keptSealKeys } from '../keys.ts'
import { cellsWithTrees } from '../national-scans.ts'
import { treeHash } from '../tree.ts'
import { checkCell } from './check-cell.ts'
import { checkKept } from './check-kept.ts'
import { checkNetwork } from './check-network.ts'
import type { Found, SealFinding } from './finding.ts'
import { sealSignatures } from './signatures.ts'

/** What a check of the audit is asked. */
export type AuditCheck = {
  readonly pool: Pool
  readonly suite: CryptoSuite
  readonly now: Date
  readonly signal: AbortSignal
  /** Cells to look into; the seals are checked whole in any case. */
  readonly cells?: { readonly lowest: number; readonly highest: number } | undefined
  /** A public key known from elsewhere. */
  readonly trusted?: Buffer | undefined
  /** A seal that was kept. */
  readonly since?: KeptSeal | undefined
  readonly onFinding: (finding: SealFinding) => void
  readonly onProgress: (words: string) => void
}

/** How much was checked, and how much of it is not as it was sealed. */
export type AuditVerdict = {
  readonly cells: number
  readonly rows: number
  readonly seals: number
  readonly findings: number
  /** The keys that signed, by id. */
  readonly keys: readonly string[]
}

/**
 * Checks that the logs stand as they were sealed: finds every row that was changed, removed, added or put elsewhere, and
 * whatever of the seal itself was touched. Nothing is locked, a sealer may run, and memory does not grow with the logs.
 */
export async function checkAudit(check: AuditCheck): Promise<AuditVerdict> {
  const { pool, suite, now, signal, trusted, since, onFinding, onProgress } = check
  let findings = 0
  const found: Found = (code, row, words) => {
    findings++
    onFinding({ code, row, words })
  }
  const kept = await readNetwork(pool, keptSealKeys)
  const signatures = sealSignatures(suite, kept?.keys ?? [], trusted)
  for (const id of signatures.untrusted)
    found(
      'key_unknown',
      `kernel.installation (seal_keys), key ${id}`,
      'is neither trusted nor vouched for by a key that is',
    )
  if (since) await checkKept(pool, suite, since, found)
  const { last, brokenSeals } = await checkNetwork({
    pool,
    suite,
    signatures,
    signal,
    step: (seals) => onProgress(`seals: ${seals.toLocaleString('en')}`),
    found,
  })
  const { lowest, highest } = check.cells ?? { lowest: 0, highest: 999_999 }
  const cells = await readNetwork(pool, (tx) => cellsWithTrees(tx, lowest, highest))
  let rows = 0
  for (const [index, cell] of cells.entries()) {
    rows += await checkCell(cell, { pool, hash: treeHash(suite), now, signal, brokenSeals, found })
    onProgress(`cells: ${index + 1} of ${cells.length}, ${rows.toLocaleString('en')} rows`)
  }
  return {
    cells: cells.length,
    rows,
    seals: last?.seal.number ?? 0,
    findings,
    keys: (kept?.keys ?? []).map(({ id }) => id),
  }
}
