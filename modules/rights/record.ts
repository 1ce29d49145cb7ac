import type { RecordContext } from '@gongqiao/kernel/matter/kind.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import type { RecordSection } from '@gongqiao/kernel/matter/record-section.ts'
import { findAskRow } from './asked-row.ts'
import { openContent } from './content.ts'
import { askWords } from './texts/kinds.ts'
import { recordWords } from './texts/record.ts'
import { topicWords } from './texts/topics.ts'
import { turnsOf } from './turns.ts'

/** What the record 档案 of an ask says: what it is about, and all that was said, with the hash of each file. */
export async function askRecord(context: RecordContext, matter: Matter): Promise<readonly RecordSection[]> {
  const { tx, services, language } = context
  const { cell, id } = matter
  const row = await findAskRow(tx, cell, id)
  if (!row) return []
  const content = await openContent(services, cell, id, row.content)
  const turns = await turnsOf(tx, services, cell, id)
  const hashes = await tx.many<{ id: string; hash: Buffer }>(
    `select a.file_id as id, k.hash from rights.ask_file a join kernel.file k on k.cell_id = a.cell_id and k.id = a.file_id
     where a.cell_id = $1 and a.matter_id = $2 order by a.file_id limit 1000`,
    [cell, id],
  )
  const words = recordWords[language]
  const steps: { readonly [key: string]: string } = askWords[language]
  const topics: { readonly [code: string]: string } = topicWords[language]
  const employer = [content.employerName, content.employerCode].filter((part) => part !== null).join(' ')
  return [
    {
      title: words.about,
      rows: [
        [words.topic, topics[row.topic ?? '00'] ?? ''],
        [words.class, words[row.class]],
        ...(employer === '' ? [] : ([[words.employer, employer]] as const)),
        ...(row.solved === null
          ? []
          : ([
              [words.rating, `${words[`solved_${row.solved}`]} ${row.answerScore}/5 ${row.handlingScore}/5`],
            ] as const)),
      ],
    },
    {
      title: words.talk,
      rows: turns.flatMap(({ at, side, step, words: said, files }) => [
        [`${at} ${steps[`step.${step}`] ?? words[side]}`, said] as const,
        ...files.map(({ id: file, mediaType, sizeBytes }) => {
          const hash = hashes.find((one) => one.id === file)?.hash.toString('hex') ?? ''
          return [words.file, `${mediaType} ${sizeBytes} B ${hash}`] as const
        }),
      ]),
    },
  ]
}
