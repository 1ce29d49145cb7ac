import type { RecordContext } from '@gongqiao/kernel/matter/kind.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { fileNameOf, type RecordFile, type RecordSection } from '@gongqiao/kernel/matter/record-section.ts'

const words = {
  zh: {
    title: '申请',
    channel: '怎样提出',
    self: '本人网上提出',
    window_code: '窗口代办，本人手机验证',
    window_paper: '窗口代办，本人在纸上签名',
    typedBy: '经办人',
    decidedOn: '委员会决定日期',
    paper: '签名纸件',
  },
  en: {
    title: 'The application',
    channel: 'How it was made',
    self: 'by the person, on line',
    window_code: 'at the window, proved by the code of their phone',
    window_paper: 'at the window, signed on paper',
    typedBy: 'Typed by',
    decidedOn: 'Decided by the committee on',
    paper: 'The signed paper',
  },
} as const

type Row = {
  readonly channel: 'self' | 'window_code' | 'window_paper'
  readonly typedBy: string | null
  readonly decidedOn: string | null
  readonly mediaType: string | null
  readonly bytes: number | null
  readonly hash: Buffer | null
}

/** What the record 档案 of an application says: how it was made, by whom it was typed, and the hash of the signed paper. */
export async function applicationRecord(
  { tx, language }: RecordContext,
  { cell, id }: Matter,
): Promise<readonly RecordSection[]> {
  const row = await tx.maybe<Row>(
    `select a.channel, a.typed_by as "typedBy", a.decided_on::text as "decidedOn", f.media_type as "mediaType",
       f.size_bytes::int as bytes, f.hash
     from membership.application a left join kernel.file f on f.cell_id = a.cell_id and f.id = a.paper_file_id
     where a.cell_id = $1 and a.matter_id = $2`,
    [cell, id],
  )
  if (!row) return []
  const say = words[language]
  const { channel, typedBy, decidedOn, mediaType, bytes, hash } = row
  return [
    {
      title: say.title,
      rows: [
        [say.channel, say[channel]],
        ...(typedBy === null ? [] : ([[say.typedBy, typedBy]] as const)),
        ...(decidedOn === null ? [] : ([[say.decidedOn, decidedOn]] as const)),
        ...(hash === null ? [] : ([[say.paper, `${mediaType} ${bytes} B ${hash.toString('hex')}`]] as const)),
      ],
    },
  ]
}

type PaperRow = {
  readonly typedBy: string | null
  readonly mediaType: string
  readonly sizeBytes: number
  readonly at: Date
  readonly hash: Buffer
}

/** The paper that the applicant signed, where they did. */
export async function applicationFiles(
  { tx, language }: RecordContext,
  { cell, id }: Matter,
): Promise<readonly RecordFile[]> {
  const row = await tx.maybe<PaperRow>(
    `select a.typed_by as "typedBy", f.media_type as "mediaType", f.size_bytes as "sizeBytes", f.at, f.hash
     from membership.application a join kernel.file f on f.cell_id = a.cell_id and f.id = a.paper_file_id
     where a.cell_id = $1 and a.matter_id = $2`,
    [cell, id],
  )
  if (!row) return []
  const { typedBy, mediaType, ...file } = row
  return [{ ...file, mediaType, name: fileNameOf(words[language].paper, mediaType), by: typedBy }]
}
