import type { RecordContext } from '@gongqiao/kernel/matter/kind.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { type RecordSection, recordSection } from '@gongqiao/kernel/matter/record-section.ts'
import { transferKindEn, transferKindZh } from './texts/kinds.ts'
import { transferRecordWords } from './texts/record.ts'
import { findIncoming, findTransfer, incomingView, transferView } from './views.ts'

const reasonWords = { zh: transferKindZh.transfer, en: transferKindEn.transfer } as const

/** What the record 档案 of a transfer says at the union the member leaves: between whom, how asked, and the objection. */
export async function transferRecord(
  { tx, services, language, today }: RecordContext,
  { cell, id }: Matter,
): Promise<readonly RecordSection[]> {
  const found = await findTransfer(tx, cell, id)
  if (!found) return []
  const view = await transferView(tx, found.row, found.matter, { services, language, today })
  const words = transferRecordWords[language]
  const { objection, releasedBy } = view
  return [
    ...recordSection(words.out, [
      [words.from, view.from.name],
      [words.to, view.to.name],
      [words.channel, words[view.channel]],
      [words.askedAt, view.askedAt],
      [words.accepted, view.accepted ? words.yes : words.no],
      [words.released, releasedBy && words[`released_${releasedBy}`]],
    ]),
    ...recordSection(words.objection, [
      [words.reason, objection && reasonWords[language][`reason.${objection.reason}`]],
      [words.note, objection?.note],
      [words.at, objection?.at],
      [words.decider, objection?.decider.name],
    ]),
  ]
}

/** What the record of the same transfer says at the union the member comes to: no more than its view shows it. */
export async function incomingRecord(
  { tx, services, language, today }: RecordContext,
  { cell, id }: Matter,
): Promise<readonly RecordSection[]> {
  const found = await findIncoming(tx, cell, id)
  if (!found) return []
  const view = await incomingView(tx, found.row, found.matter, { services, language, today })
  const words = transferRecordWords[language]
  return recordSection(words.into, [
    [words.name, view.name],
    [words.identity, view.identityMask],
    [words.from, view.from.name],
    [words.to, view.to.name],
    [words.channel, words[view.channel]],
    [words.askedAt, view.askedAt],
  ])
}
