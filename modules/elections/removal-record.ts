import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import type { RecordContext } from '@gongqiao/kernel/matter/kind.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { type RecordSection, recordSection } from '@gongqiao/kernel/matter/record-section.ts'
import { findStoredRemoval, removalView } from './removal-view.ts'
import { recordWords } from './texts/record.ts'

/** What the record 档案 of a removal says: whose, on what grounds, and the vote with the votes it needed. @see ELE-41 */
export async function removalRecord(
  { tx, services, language, today }: RecordContext,
  { cell, id }: Matter,
): Promise<readonly RecordSection[]> {
  const row = await findStoredRemoval(tx, cell, id)
  if (!row) return []
  const looker = { language, actor: systemActor('record') }
  const { removal, documentNumber } = await removalView(tx, services, row, today, looker)
  if (!removal) return []
  const words = recordWords[language]
  return recordSection(words.removal, [
    [words.name, removal.name],
    [words.post, words[removal.post]],
    [words.reason, removal.reason],
    [words.electorate, words[`of_${removal.electorate}`]],
    [words.heldOn, removal.heldOn],
    [words.all, removal.all],
    [words.yes, removal.yes],
    [words.need, removal.need],
    [words.documentNumber, documentNumber],
  ])
}
