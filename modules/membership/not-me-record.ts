import type { RecordContext } from '@gongqiao/kernel/matter/kind.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { type RecordSection, recordSection } from '@gongqiao/kernel/matter/record-section.ts'
import { openUnitsById } from '@gongqiao/modules/organization/index.ts'
import type { DenialReason } from './contract.ts'

const words = {
  zh: {
    title: '申告',
    about: '申告的是',
    application: '有人用本人的证件号码申请入会',
    roster: '工会名册里的一条记录',
    reason: '本人说',
    not_me: '不是我',
    left: '已经离开这家单位',
    never_joined: '没有加入过',
    appliedTo: '向哪家工会申请',
    appliedAt: '申请时间',
    held: '哪家工会的名册',
  },
  en: {
    title: 'The report',
    about: 'What it is about',
    application: 'somebody applied with this person’s number',
    roster: 'a record on the roster of a union',
    reason: 'The person says',
    not_me: 'it is not me',
    left: 'I have left this employer',
    never_joined: 'I never joined',
    appliedTo: 'Applied to the union',
    appliedAt: 'Applied at',
    held: 'On the roster of the union',
  },
} as const

/** What the record 档案 of a report 不是我 says: an application with the person's number, or a roster that names them. */
export async function notMeRecord(
  { tx, language }: RecordContext,
  { cell, id, hostUnit }: Matter,
): Promise<readonly RecordSection[]> {
  const alert = await tx.maybe<{ unit: string; at: Date }>(
    'select unit_id as unit, at from membership.identity_alert where cell_id = $1 and matter_id = $2',
    [cell, id],
  )
  const roster = await tx.maybe<{ reason: DenialReason }>(
    'select reason from membership.roster_report where cell_id = $1 and matter_id = $2',
    [cell, id],
  )
  const units = await openUnitsById(tx, [hostUnit, alert?.unit ?? hostUnit])
  const say = words[language]
  return recordSection(say.title, [
    [say.about, roster ? say.roster : say.application],
    [say.reason, roster && say[roster.reason]],
    [say.held, roster && units.get(hostUnit)?.name],
    [say.appliedTo, alert && units.get(alert.unit)?.name],
    [say.appliedAt, alert?.at.toISOString()],
  ])
}
