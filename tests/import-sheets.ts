import { importParts } from '../apps/server/import-parts.ts'
import type { PostActor } from '../kernel/command/actor.ts'
import { decideLeaving } from '../kernel/imports/commands/decide-leaving.ts'
import { mapImport } from '../kernel/imports/commands/map-import.ts'
import { settleQuestions } from '../kernel/imports/commands/settle-questions.ts'
import { cancelImport, runImport, undoImport } from '../kernel/imports/commands/steps.ts'
import { uploadImport } from '../kernel/imports/commands/upload-import.ts'
import type { ImportRow, ImportView, RowOutcome, Verdict } from '../kernel/imports/contract.ts'
import { findImport } from '../kernel/imports/queries/find-import.ts'
import { listImportQuestions } from '../kernel/imports/queries/list-questions.ts'
import { listImportRows } from '../kernel/imports/queries/list-rows.ts'
import { workOnImports } from '../kernel/imports/work.ts'
import type { House } from './house.ts'

/** Everything a clerk does with sheets, as short words for tests. */
export function importsOf(house: House) {
  const work = () => workOnImports(importParts, house.services, new AbortController().signal)
  /** Does what an import waits for; what the house itself has begun of it meanwhile is waited for. */
  async function worked(of: ImportView): Promise<void> {
    for (;;) {
      await work()
      const waiting = await house.rows('select from kernel.import_work where import_id = $1', [of.import])
      if (waiting.length === 0) return
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  const key = (view: ImportView) => ({ cell: view.cell, import: view.import })
  const view = (actor: PostActor, of: ImportView) => house.asks(actor, findImport(importParts), key(of))

  async function upload(
    actor: PostActor,
    unit: { id: string },
    bytes: Buffer | string,
    name = '名册.csv',
    kind = 'membership.roster',
  ) {
    return house.does(actor, uploadImport(importParts), { unit: unit.id, kind, name, bytes: Buffer.from(bytes) })
  }
  async function map(actor: PostActor, of: ImportView) {
    const columns = of.sheetColumns.map(({ index, key: as }) => ({ index, key: as }))
    await house.does(actor, mapImport(importParts), { ...key(of), mapping: { headerRows: of.headerRows, columns } })
    await worked(of)
    return view(actor, of)
  }
  /** Uploads a sheet and makes the dry run with the mapping that was proposed. */
  async function dryRun(
    actor: PostActor,
    unit: { id: string },
    bytes: Buffer | string,
    kind?: string,
  ): Promise<ImportView> {
    return map(actor, await upload(actor, unit, bytes, '名册.csv', kind))
  }
  async function run(actor: PostActor, of: ImportView): Promise<ImportView> {
    await house.does(actor, runImport(importParts), key(of))
    await worked(of)
    return view(actor, of)
  }
  async function undo(actor: PostActor, of: ImportView): Promise<ImportView> {
    await house.does(actor, undoImport(importParts), key(of))
    await worked(of)
    return view(actor, of)
  }
  async function rows(
    actor: PostActor,
    of: ImportView,
    only: { verdict?: Verdict; outcome?: RowOutcome } = {},
  ): Promise<ImportRow[]> {
    const found: ImportRow[] = []
    for (let after: string | null = null; ; ) {
      const page: { items: ImportRow[]; next: string | null } = await house.asks(actor, listImportRows(importParts), {
        ...key(of),
        ...only,
        ...(after !== null && { after }),
      })
      found.push(...page.items)
      after = page.next
      if (after === null) return found
    }
  }
  async function settle(actor: PostActor, of: ImportView, choices: { question: string; choice: string }[]) {
    await house.does(actor, settleQuestions(importParts), { ...key(of), choices })
    await worked(of)
    return view(actor, of)
  }
  const questions = async (actor: PostActor, of: ImportView) =>
    (await house.asks(actor, listImportQuestions(importParts), key(of))).items
  const leave = (actor: PostActor, of: ImportView, numbers: number[]) =>
    house.does(actor, decideLeaving(importParts), { ...key(of), numbers })
  const cancel = (actor: PostActor, of: ImportView) => house.does(actor, cancelImport(importParts), key(of))
  return { work, view, upload, map, dryRun, run, undo, rows, settle, questions, leave, cancel }
}
