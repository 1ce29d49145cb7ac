import { kindText } from '@gongqiao/kernel/matter/history.ts'
import type { RecordContext } from '@gongqiao/kernel/matter/kind.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { type RecordSection, recordSection } from '@gongqiao/kernel/matter/record-section.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { openContent } from './content.ts'
import { talkSection } from './record-talk.ts'
import { retaliationWords } from './texts/kinds.ts'
import { recordWords } from './texts/record.ts'

type Row = {
  readonly cell: number
  readonly matter: string
  readonly kind: string
  readonly unit: string
  readonly content: Buffer
}

/**
 * What the record 档案 of a report of retaliation says: who is made to suffer, as they are known, for which matter, and all
 * that was said. The kind is restricted 限知: a record is written for those alone who may know of it (G-05).
 */
export async function retaliationRecord(context: RecordContext, matter: Matter): Promise<readonly RecordSection[]> {
  const { tx, services, language } = context
  const { cell, id } = matter
  const row = await tx.maybe<Row>(
    `select about_cell as cell, about_matter as matter, about_kind as kind, about_unit_id as unit, content
     from rights.retaliation where cell_id = $1 and matter_id = $2`,
    [cell, id],
  )
  if (!row) return []
  const words = recordWords[language]
  const kind = services.say(language, kindText(row.kind, 'name'))
  return [
    ...recordSection(words.report, [
      [words.name, (await openContent(services, cell, id, row.content)).name],
      [words.reported, `${kind} ${row.cell}-${row.matter}`],
      [words.reported_unit, (await findOpenUnit(tx, row.unit))?.name],
    ]),
    await talkSection(context, matter, retaliationWords),
  ]
}
