import { expect } from 'vitest'
import type { Pool } from '../../database/connect.ts'
import type { Services } from '../../services.ts'
import { writeRows } from '../rows-for-tests.ts'
import { sealNew } from '../seal-new.ts'
import { type AuditCheck, checkAudit } from './check-audit.ts'
import type { SealFinding } from './finding.ts'

const tables = `kernel.seal_cell, kernel.seal_leaf, kernel.seal_node, kernel.seal_root, kernel.seal_root_node, kernel.seal,
  kernel.seal_network, kernel.audit, kernel.access`
const began = Date.parse('2026-03-02T09:00:00+08:00')
const hourMs = 3_600_000
const rowsEach = 7

/** Cells in which rows are sealed. */
export const cell = 700_001
export const other = 700_002

type House = {
  readonly services: Services
  readonly jobPool: Pool
  readonly rows: (
    sql: string,
    values?: readonly unknown[],
  ) => Promise<readonly { readonly [column: string]: unknown }[]>
  readonly moveTo: (at: string) => void
}

/** What tests do with a house in which ten seals are made, one an hour, each of seven rows of one cell and one of another. */
export function sealedIn(house: House) {
  const { services, jobPool, rows } = house

  /** Takes everything away and seals anew. */
  async function sealTen(): Promise<void> {
    await rows(`truncate ${tables}`)
    for (let turn = 0; turn < 10; turn++) {
      house.moveTo(new Date(began + turn * hourMs).toISOString())
      await writeRows(services, cell, { audit: 5, access: 2 })
      await writeRows(services, other, { audit: 1 })
      await sealNew(jobPool, services)
    }
  }

  /** What a check finds. */
  async function findings(more: Partial<AuditCheck> = {}): Promise<SealFinding[]> {
    const found: SealFinding[] = []
    const verdict = await checkAudit({
      pool: services.pool,
      suite: services.sealKeys.suite,
      now: services.now(),
      signal: new AbortController().signal,
      onFinding: (finding) => void found.push(finding),
      onProgress: () => undefined,
      ...more,
    })
    expect(verdict.findings).toBe(found.length)
    return found
  }

  /** A leaf of the first cell: its row, and the seal that covers it, as findings say them. */
  async function leaf(number: number) {
    const [row] = await rows('select log, row_id as id from kernel.seal_leaf where cell_id = $1 and number = $2', [
      cell,
      number,
    ])
    const seal = Math.floor(number / rowsEach) + 1
    const at = new Date(began + (seal - 1) * hourMs).toISOString()
    return {
      id: String(row?.['id']),
      log: String(row?.['log']),
      row: `kernel.${row?.['log']} (${cell}, ${row?.['id']})`,
      by: `seal ${seal} of ${at}`,
    }
  }

  /** The first leaf from a number on whose row stands in a log. */
  async function firstOf(log: 'audit' | 'access', number: number): Promise<number> {
    const [row] = await rows(
      'select min(number)::int as number from kernel.seal_leaf where cell_id = $1 and log = $2 and number >= $3',
      [cell, log, number],
    )
    return Number(row?.['number'])
  }

  return { sealTen, findings, leaf, firstOf, seal: () => sealNew(jobPool, services) }
}
