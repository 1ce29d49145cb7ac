import type { RecordContext } from '@gongqiao/kernel/matter/kind.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { type RecordSection, recordSection } from '@gongqiao/kernel/matter/record-section.ts'
import { findAskRow } from './asked-row.ts'
import { openContent } from './content.ts'
import { talkSection } from './record-talk.ts'
import { askWords } from './texts/kinds.ts'
import { recordWords } from './texts/record.ts'
import { topicWords } from './texts/topics.ts'

/** What the record 档案 of an ask says: what it is about, and all that was said. */
export async function askRecord(context: RecordContext, matter: Matter): Promise<readonly RecordSection[]> {
  const { tx, services, language } = context
  const { cell, id } = matter
  const row = await findAskRow(tx, cell, id)
  if (!row) return []
  const content = await openContent(services, cell, id, row.content)
  const words = recordWords[language]
  const topics: { readonly [code: string]: string } = topicWords[language]
  const { solved, answerScore, handlingScore } = row
  return [
    ...recordSection(words.about, [
      [words.topic, topics[row.topic ?? '00']],
      [words.class, words[row.class]],
      [words.employer, [content.employerName, content.employerCode].filter((part) => part !== null).join(' ')],
      [words.rating, solved === null ? null : `${words[`solved_${solved}`]} ${answerScore}/5 ${handlingScore}/5`],
    ]),
    await talkSection(context, matter, askWords),
  ]
}
