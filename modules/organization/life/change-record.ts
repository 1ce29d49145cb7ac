import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import type { RecordContext } from '@gongqiao/kernel/matter/kind.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { type RecordSection, recordSection } from '@gongqiao/kernel/matter/record-section.ts'
import { changeRecordWords } from '../texts/change-record.ts'
import { findChange } from './content.ts'
import { asChanges } from './view.ts'

/**
 * What the record 档案 of a change of a union says: what is asked for and why, the resolution of the meeting, the audit, what
 * becomes of the funds, the new unions of a split, and the answer from above.
 *
 * @see ORG-25 to ORG-29
 */
export async function changeRecord(
  { tx, services, language }: RecordContext,
  { cell, id, state }: Matter,
): Promise<readonly RecordSection[]> {
  const row = await findChange(tx, cell, id)
  if (!row) return []
  // The clock stands in the record already, as every matter's.
  const spine = { cell, state, dueOn: null, rule: null, from: null }
  const [view] = await asChanges({ tx, actor: systemActor('record'), services }, [{ ...row, ...spine }])
  if (!view) return []
  const words = changeRecordWords[language]
  return [
    ...recordSection(words.change, [
      [words.kind, words[`kind_${view.kind}`]],
      [words.unit, view.unit.name],
      [words.into, view.into?.name],
      [words.made, view.made?.name],
      [words.name, view.name],
      [words.shortName, view.shortName],
      [words.divisionCode, view.divisionCode],
      [words.people, view.people],
      [words.members, words[view.members]],
      [words.reason, view.reason],
      [words.askedBy, view.askedBy],
      [words.askedAt, view.askedAt],
    ]),
    ...recordSection(words.papers, [
      [words.resolvedOn, view.resolvedOn],
      [words.resolvedBy, view.resolvedBy],
      [words.intoResolvedOn, view.intoResolvedOn],
      [words.auditedOn, view.auditedOn],
      [words.auditedBy, view.auditedBy],
      [words.property, view.property],
    ]),
    ...recordSection(
      words.parts,
      view.parts.map(({ name, people, employers, children }) => [
        name,
        [
          words.part.replace('{people}', String(people)).replace('{employers}', String(employers)),
          children.length > 0 && `${words.children}：${children.map((child) => child.name).join('、')}`,
        ]
          .filter(Boolean)
          .join('；'),
      ]),
    ),
    ...recordSection(words.answer, [
      [words.words, view.answer],
      [words.document, view.document],
      [words.decidedAt, view.decidedAt],
      [words.doneAt, view.doneAt],
    ]),
  ]
}
