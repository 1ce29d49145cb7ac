import type { RecordContext } from '@gongqiao/kernel/matter/kind.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { type RecordSection, recordSection } from '@gongqiao/kernel/matter/record-section.ts'
import type { Seat } from '../officers/seats.ts'

const words = {
  zh: {
    term: '任期',
    endsOn: '任期届满',
    wish: '申请延期的理由',
    askedUntil: '申请延期至',
    askedOn: '申请日期',
    answer: '上级答复',
    extended: '同意延期',
    document: '批复文号',
    vacancy: '空缺',
    seat: '职务',
    since: '从哪天起空缺',
  },
  en: {
    term: 'The term',
    endsOn: 'Ends on',
    wish: 'Why more time is asked for',
    askedUntil: 'Asked until',
    askedOn: 'Asked on',
    answer: 'The answer from above',
    extended: 'more time is approved',
    document: 'Number of the approval',
    vacancy: 'The vacancy',
    seat: 'Seat',
    since: 'Vacant since',
  },
} as const

type TermEndRow = {
  readonly endsOn: string
  readonly wish: string | null
  readonly askedUntil: string | null
  readonly askedOn: string | null
  readonly answer: string | null
  readonly document: string | null
}

/** What the record 档案 of the end of a term says: the day, the extension that was asked for and the answer. @see ELE-03 */
export async function termEndRecord(
  { tx, language }: RecordContext,
  { cell, id }: Matter,
): Promise<readonly RecordSection[]> {
  const row = await tx.maybe<TermEndRow>(
    `select ends_on as "endsOn", wish, asked_until as "askedUntil", asked_on as "askedOn", answer, document
     from organization.term_end where cell_id = $1 and matter_id = $2`,
    [cell, id],
  )
  const say = words[language]
  return recordSection(say.term, [
    [say.endsOn, row?.endsOn],
    [say.wish, row?.wish],
    [say.askedUntil, row?.askedUntil],
    [say.askedOn, row?.askedOn],
    [say.answer, row?.answer === 'extended' ? say.extended : row?.answer],
    [say.document, row?.document],
  ])
}

/** What the record of a vacant seat says: which, and since when. @see ORG-43 */
export async function vacancyRecord(
  { tx, services, language }: RecordContext,
  { cell, id }: Matter,
): Promise<readonly RecordSection[]> {
  const row = await tx.maybe<{ seat: Seat; since: string }>(
    'select seat, since from organization.vacancy where cell_id = $1 and matter_id = $2',
    [cell, id],
  )
  const say = words[language]
  return recordSection(say.vacancy, [
    [say.seat, row && services.say(language, `organization.seat.${row.seat}`)],
    [say.since, row?.since],
  ])
}
