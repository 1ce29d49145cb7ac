import { serverIsAway } from '../database/failures.ts'
import { inTransaction, type Tx } from '../database/tx.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { newId } from '../shared/ids.ts'
import { cellsBetween } from '../shared/place.ts'
import { keepPart, letGoOfParts } from './kept-parts.ts'
import { type ExportParts, kindNamed } from './kind.ts'
import { dueExports } from './national-scans.ts'
import { type ExportRecord, findRecord } from './record.ts'
import { type Progress, writeExport } from './write-export.ts'

/** Without a sign of life for so long an export counts as lost with its process, and is begun again. */
const leaseMs = 30_000
const signEveryMs = 1_000
const triesAtMost = 3
const keptHours = 24
const rememberedMs = 30 * 86_400_000
const forgottenAfterMs = rememberedMs - 86_400_000

/** The export was cancelled, or another process has begun it again: whoever writes it ends without a word. */
class TakenAway extends Error {
  override name = 'TakenAway'
}

type Work = { readonly cell: number; readonly id: string; readonly tries: number }

/**
 * Does what exports have to do now, one after the other: writes those that wait and those whose process died, deletes
 * files that have expired, and forgets what ended a month ago. Ends in order when told to: what was being written is
 * begun again by the next process.
 */
export async function runExports(parts: ExportParts, services: Services, signal: AbortSignal): Promise<void> {
  const due = await inTransaction(services.pool, undefined, (tx) => dueExports(tx, services.now()), 'read only')
  for (const { cell, id } of due) {
    if (signal.aborted) return
    const work = await claim(services, cell, id)
    if (work) await doOne(parts, services, work, signal)
  }
}

/** Takes the work, unless another process was faster. */
async function claim(services: Services, cell: number, id: string): Promise<Work | undefined> {
  const now = services.now()
  return inCell(services, cell, async (tx) => {
    const taken = await tx.maybe<{ tries: number }>(
      `update kernel.export_work set due_at = $3, tries = tries + 1
       where cell_id = $1 and export_id = $2 and due_at <= $4 returning tries`,
      [cell, id, later(now, leaseMs), now],
    )
    return taken && { cell, id, tries: taken.tries }
  })
}

async function doOne(parts: ExportParts, services: Services, work: Work, signal: AbortSignal): Promise<void> {
  const record = await inCell(services, work.cell, (tx) => findRecord(tx, work.cell, work.id))
  if (!record) throw new Error(`export ${work.id} has work and is not there`)
  if (record.state === 'waiting' || record.state === 'running') {
    await letGo(services, record)
    if (work.tries > triesAtMost) return end(services, record, 'failed', 'kernel.export_lost')
    return writeOne(parts, services, record, signal)
  }
  if (record.endedAt && services.now() >= later(record.endedAt, forgottenAfterMs)) return forget(services, record)
  await letGo(services, record)
  if (record.state === 'ready') return end(services, record, 'expired', null)
  await inCell(services, record.cell, (tx) => rememberUntil(tx, services, record))
}

async function writeOne(
  parts: ExportParts,
  services: Services,
  record: ExportRecord,
  signal: AbortSignal,
): Promise<void> {
  const { cell, id } = record
  const file = { cell, export: id, run: newId() }
  let written = 0
  let sizeBytes = 0
  let done = 0
  let signedAt = 0
  const sign = async (total?: number | null) => {
    const now = services.now()
    const mine = await inCell(services, cell, async (tx) => {
      const rows = await tx.run(
        `update kernel.export set done = $4, file_parts = $5, total = coalesce($6, total)
         where cell_id = $1 and id = $2 and state = 'running' and file_run = $3`,
        [cell, id, file.run, done, written, total ?? null],
      )
      if (rows > 0) await tx.run(lease, [cell, id, later(now, leaseMs)])
      return rows > 0
    })
    if (!mine) throw new TakenAway()
    signedAt = performance.now()
  }
  const progress: Progress = {
    total: sign,
    async rows(read) {
      done = read
      if (performance.now() - signedAt >= signEveryMs) await sign()
    },
    async part(bytes) {
      written += 1
      sizeBytes += bytes.length
      // What was begun is known before it is there, so that nothing stays behind.
      await sign()
      await keepPart(services, file, written - 1, bytes)
    },
  }
  try {
    if (!(await begin(services, record, file.run))) return
    await writeExport(parts, services, kindNamed(parts, record.kind), record, progress, signal)
    await finish(services, record, file.run, done, sizeBytes)
  } catch (error) {
    if (error instanceof TakenAway) return
    if (signal.aborted) return handBack(services, record)
    if (error instanceof Refusal) return end(services, record, 'failed', error.code, file.run)
    // Whatever else went wrong may go right next time: the lease runs out, and the export is begun again.
    if (!serverIsAway(error)) services.logMistake(error, { export: id })
  }
}

const lease = 'update kernel.export_work set due_at = $3 where cell_id = $1 and export_id = $2'

/** Tells whether it is still to be written. */
async function begin(services: Services, { cell, id }: ExportRecord, run: string): Promise<boolean> {
  return inCell(services, cell, async (tx) => {
    const begun = await tx.run(
      `update kernel.export set state = 'running', started_at = $3, file_run = $4, file_parts = 0, file_bytes = 0, done = 0
       where cell_id = $1 and id = $2 and state in ('waiting', 'running')`,
      [cell, id, services.now(), run],
    )
    return begun > 0
  })
}

async function finish(services: Services, { cell, id }: ExportRecord, run: string, done: number, sizeBytes: number) {
  const now = services.now()
  const expires = later(now, keptHours * 3_600_000)
  await inCell(services, cell, async (tx) => {
    const ready = await tx.run(
      `update kernel.export set state = 'ready', done = $4, total = $4, file_bytes = $5, ended_at = $6, expires_at = $7
       where cell_id = $1 and id = $2 and state = 'running' and file_run = $3`,
      [cell, id, run, done, sizeBytes, now, expires],
    )
    if (ready === 0) throw new TakenAway()
    await tx.run('update kernel.export_work set due_at = $3, tries = 0 where cell_id = $1 and export_id = $2', [
      cell,
      id,
      expires,
    ])
  })
}

/** Ends an export for good; with `run` only while that run is the one that writes it. */
async function end(
  services: Services,
  record: ExportRecord,
  state: 'failed' | 'expired',
  trouble: string | null,
  run?: string,
): Promise<void> {
  const { cell, id } = record
  const now = services.now()
  await inCell(services, cell, async (tx) => {
    await tx.run(
      `update kernel.export set state = $3, trouble = $4, ended_at = $5
       where cell_id = $1 and id = $2 and state in ('waiting', 'running', 'ready') and ($6::uuid is null or file_run = $6)`,
      [cell, id, state, trouble, now, run ?? null],
    )
    // What a failed run has written is let go of at the next round.
    if (run !== undefined) await tx.run(lease, [cell, id, now])
    else await rememberUntil(tx, services, record)
  })
}

/** The process ends: another one begins the export again at once, and this try does not count. */
async function handBack(services: Services, { cell, id }: ExportRecord): Promise<void> {
  await inCell(services, cell, (tx) =>
    tx.run('update kernel.export_work set due_at = $3, tries = tries - 1 where cell_id = $1 and export_id = $2', [
      cell,
      id,
      services.now(),
    ]),
  )
}

async function letGo(services: Services, { cell, id, fileRun, fileParts }: ExportRecord): Promise<void> {
  if (fileRun !== null) await letGoOfParts(services, { cell, export: id, run: fileRun }, fileParts)
}

async function rememberUntil(tx: Tx, services: Services, { cell, id }: ExportRecord): Promise<void> {
  await tx.run('update kernel.export set file_run = null, file_parts = 0 where cell_id = $1 and id = $2', [cell, id])
  await tx.run(lease, [cell, id, later(services.now(), rememberedMs)])
}

async function forget(services: Services, { cell, id }: ExportRecord): Promise<void> {
  await inCell(services, cell, async (tx) => {
    await tx.run('delete from kernel.export_work where cell_id = $1 and export_id = $2', [cell, id])
    await tx.run('delete from kernel.export where cell_id = $1 and id = $2', [cell, id])
  })
}

async function inCell<T>(services: Services, cell: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(services.pool, cellsBetween(cell, cell), work)
}

function later(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms)
}
