import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { FoundingPaper, FoundingView } from '../contract.ts'
import type { FoundingPaperKind } from '../machine.ts'
import { draftOf, textOfDraft } from './draft.ts'

/** A document of a founding: as an officer kept it, else drafted from the facts. */
export async function paperText(tx: Tx, view: FoundingView, kind: FoundingPaperKind): Promise<FoundingPaper> {
  const row = await tx.maybe<{ number: string | null; text: string }>(
    'select number, text from organization.founding_paper where cell_id = $1 and matter_id = $2 and kind = $3',
    [view.cell, view.matter, kind],
  )
  if (row) return { kind, ...row, kept: true }
  const numbers: { readonly [K in FoundingPaperKind]: string | null } = {
    request: null,
    reply: view.reply.number,
    resolution: null,
    result_report: view.report.number,
    result_reply: view.approval.number,
  }
  return { kind, number: numbers[kind], text: textOfDraft(draftOf(kind, view)), kept: false }
}
