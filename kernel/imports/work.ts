import { setTimeout as sleep } from 'node:timers/promises'
import { civilDay } from '@gongqiao/calendar'
import { type PostActor, systemActor } from '../command/actor.ts'
import { perform } from '../command/perform.ts'
import { serverIsAway } from '../database/failures.ts'
import { inTransaction } from '../database/tx.ts'
import { claimImportWork, type ImportWork } from '../national-scans.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { newId } from '../shared/ids.ts'
import { cellsBetween } from '../shared/place.ts'
import { openSheet } from '../sheets/open-sheet.ts'
import { openImportFile } from './kept-file.ts'
import { chunk, sheetLimits } from './limits.ts'
import { type ImportParts, kindNamed } from './parts.ts'
import { applyRows } from './passes/apply-rows.ts'
import { beginCheck } from './passes/begin-check.ts'
import { checkRows } from './passes/check-rows.ts'
import type { ChunkCommand, ChunkOutcome } from './passes/chunk-command.ts'
import { closeCheck } from './passes/close-check.ts'
import { failImport } from './passes/fail-import.ts'
import { recheckRows } from './passes/recheck-rows.ts'
import { undoRows } from './passes/undo-rows.ts'
import { type ReadSheetRow, type Repeats, readRows } from './read-rows.ts'
import { endWork, type ImportRecord, readImport } from './record.ts'

/** How long a process has an import to itself after its last sign of life, in ms. */
const leaseMs = 15_000
/** How often an import is tried that something unforeseen has stopped. */
const triesAtMost = 3
const pauseMs = 300
const system = systemActor('kernel.imports')

/** What a process works with. */
type Work = {
  readonly services: Services
  readonly parts: ImportParts
  readonly record: ImportRecord
  readonly actor: PostActor
  readonly pass: string
  /** Says that the process lives. False when another one has gone on with the import. */
  readonly alive: () => Promise<boolean>
  readonly signal: AbortSignal
}

/**
 * Does what imports wait for, one after the other, until none is left: dry runs, runs, undos. Whatever is cut off by the
 * end of a process goes on where its last committed chunk ended, in this process or another.
 *
 * @returns how many imports were worked on
 */
export async function workOnImports(parts: ImportParts, services: Services, signal: AbortSignal): Promise<number> {
  const worker = newId()
  for (let worked = 0; ; worked++) {
    if (signal.aborted) return worked
    const claim = { worker, now: services.now(), leaseMs }
    const [work] = await inTransaction(services.pool, undefined, (tx) => claimImportWork(tx, claim))
    if (!work) return worked
    await workOn(parts, services, work, worker, signal)
  }
}

async function workOn(
  parts: ImportParts,
  services: Services,
  { cell, id, tries }: ImportWork,
  worker: string,
  signal: AbortSignal,
): Promise<void> {
  // Who may see the import is asked by each of its chunks; here the process only learns what it is.
  const record = await inTransaction(
    services.pool,
    cellsBetween(cell, cell),
    (tx) => readImport(tx, cell, id),
    'read only',
  )
  try {
    const post = await parts.findPost(services, record.account, record.post)
    if (!post) throw new Refusal('imports.post_given_up')
    const { account, language } = record
    const actor: PostActor = { kind: 'post', account, name: '', post, language, keyOwner: account }
    let renewed = performance.now()
    const alive = async () => {
      if (performance.now() - renewed < leaseMs / 5) return true
      renewed = performance.now()
      return renew(services, { cell, id, tries }, worker)
    }
    await pass({ services, parts, record, actor, pass: record.pass ?? id, alive, signal })
    await release(services, { cell, id, tries }, worker, 0)
  } catch (error) {
    if (serverIsAway(error) || signal.aborted) return release(services, { cell, id, tries }, worker, tries)
    const refusal = error instanceof Refusal ? error : undefined
    if (!refusal) services.logMistake(error, { import: id, cell })
    if (!refusal && tries + 1 < triesAtMost) return release(services, { cell, id, tries }, worker, tries + 1)
    const trouble = refusal?.code ?? 'imports.stopped_by_mistake'
    const current = await inTransaction(services.pool, cellsBetween(cell, cell), (tx) => readImport(tx, cell, id))
    const input = {
      cell,
      import: id,
      path: record.path,
      pass: current.pass ?? id,
      trouble,
      variables: refusal?.variables ?? {},
    }
    await perform(services, system, failImport, input)
  }
}

async function pass(work: Work): Promise<void> {
  const { record, parts } = work
  const kind = kindNamed(parts, record.kind)
  switch (record.state) {
    case 'checking':
      return record.total === null ? check(work) : again(work, recheckRows(parts, kind.memory()))
    case 'running':
      return again(work, applyRows(parts, kind.memory()))
    case 'undoing':
      return again(work, undoRows(parts, kind.memory()))
    default:
      // Whatever moved it on left it in line: there is nothing to do.
      await inTransaction(work.services.pool, undefined, (tx) => endWork(tx, record))
  }
}

/** Does one chunk. Where a clerk or another import has what it needs for longer than a lock is waited for, it waits on. */
async function perChunk(work: Work, command: ChunkCommand, pass: string): Promise<ChunkOutcome> {
  const { services, actor, record, signal, alive } = work
  for (;;) {
    try {
      return (await perform(services, actor, command, { cell: record.cell, import: record.id, pass })).answer.outcome
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'kernel.same_request_running') throw error
      signal.throwIfAborted()
      await sleep(pauseMs)
      if (!(await alive())) return 'stopped'
    }
  }
}

/** Does one chunk after another until there is none, the import was stopped, or the installation stops. */
async function again(work: Work, command: ChunkCommand): Promise<void> {
  for (;;) {
    work.signal.throwIfAborted()
    if ((await perChunk(work, command, work.pass)) !== 'more') return
    if (!(await work.alive())) return
  }
}

/** The dry run: the sheet is read once from its beginning; nothing of it is held but a chunk. */
async function check(work: Work): Promise<void> {
  const { services, parts, record, signal } = work
  const kind = kindNamed(parts, record.kind)
  const memory = kind.memory()
  const fresh = newId()
  if ((await perChunk(work, beginCheck(parts, fresh), work.pass)) === 'stopped') return
  const file = { cell: record.cell, import: record.id, sizeBytes: record.fileBytes }
  const sheet = await openSheet(await openImportFile(services, file), {
    limits: sheetLimits,
    ...(record.sheet.name !== '' && { sheet: record.sheet.name }),
  })
  const repeats: Repeats = { contradicted: new Map() }
  let [read, last]: [number, number] = [0, 0]
  let batch: ReadSheetRow[] = []
  async function keep(): Promise<boolean> {
    signal.throwIfAborted()
    const rows = batch
    batch = []
    if (rows.length === 0) return true
    read += rows.length
    return (await perChunk(work, checkRows(parts, memory, rows), fresh)) === 'more' && work.alive()
  }
  try {
    for await (const row of readRows(sheet, kind, record.sheet, services, civilDay(services.now()), repeats, memory)) {
      last = row.number
      if (batch.push(row) >= (read === 0 ? chunk.first : chunk.rows) && !(await keep())) return
    }
    if (!(await keep())) return
    await perChunk(work, closeCheck(parts, memory, repeats, { last, rows: read }), fresh)
  } finally {
    await sheet.close()
  }
}

const renewLease = `update kernel.import_work set lease_until = $4 where cell_id = $1 and import_id = $2 and worker = $3`
const releaseLease = `update kernel.import_work set lease_until = null, worker = null, tries = $4, queued_at = $5
  where cell_id = $1 and import_id = $2 and worker = $3`

async function renew(services: Services, { cell, id }: ImportWork, worker: string): Promise<boolean> {
  const until = new Date(services.now().getTime() + leaseMs)
  const kept = await inTransaction(services.pool, undefined, (tx) => tx.run(renewLease, [cell, id, worker, until]))
  return kept === 1
}

async function release(services: Services, { cell, id }: ImportWork, worker: string, tries: number): Promise<void> {
  const values = [cell, id, worker, tries, services.now()]
  await inTransaction(services.pool, undefined, (tx) => tx.run(releaseLease, values))
}
