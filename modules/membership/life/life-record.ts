import type { RecordContext } from '@gongqiao/kernel/matter/kind.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { type RecordSection, recordSection } from '@gongqiao/kernel/matter/record-section.ts'
import { openContent } from './content.ts'
import { lifeRecordWords } from './texts/record.ts'

/**
 * What the record 档案 of a matter of a membership's life says: what was asked for, the judgment or the neglect it rests
 * on, the member's own word, the group's opinion and the committee's vote. The person and their union read the same.
 *
 * @see rulebook MEM-35, MEM-40, MEM-41
 */
export async function lifeRecord(
  { tx, services, language }: RecordContext,
  { cell, id }: Matter,
): Promise<readonly RecordSection[]> {
  const row = await tx.maybe<{ content: Buffer }>(
    'select content from membership.life_matter where cell_id = $1 and matter_id = $2',
    [cell, id],
  )
  if (!row) return []
  const { wish, neglect, explanation, judgment, opinion, vote, decidedOn } = await openContent(
    services,
    cell,
    id,
    row.content,
  )
  const words = lifeRecordWords[language]
  const { reason } = wish ?? {}
  return [
    ...recordSection(words.wish, [
      [words.wanted, wish && services.say(language, `membership.wish.${wish.wish}`)],
      [words.reason, reason && services.say(language, `membership.retention.${reason}`)],
      [words.since, wish?.since],
      [words.note, wish?.note],
    ]),
    ...recordSection(words.neglect, [
      [words.unpaidFrom, neglect?.unpaidFrom],
      [words.tookPartOn, neglect?.tookPartOn],
      [words.educatedOn, neglect?.educatedOn],
      [words.education, neglect?.education],
      [words.explanation, explanation],
    ]),
    ...recordSection(words.judgment, [
      [words.court, judgment?.court],
      [words.number, judgment?.number],
      [words.judgedOn, judgment?.on],
      [words.punishment, judgment?.punishment],
    ]),
    ...recordSection(words.opinion, [
      [words.on, opinion?.on],
      [words.present, opinion?.present],
      [words.agrees, opinion && (opinion.agrees ? words.yes : words.no)],
      [words.words, opinion?.words],
    ]),
    ...recordSection(words.vote, [
      [words.on, vote?.on],
      [words.members, vote?.members],
      [words.present, vote?.present],
      [words.for, vote?.for],
      [words.against, vote?.against],
      [words.abstained, vote?.abstained],
    ]),
    ...recordSection(words.decision, [[words.decidedOn, decidedOn]]),
  ]
}
