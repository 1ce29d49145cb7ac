import type { MembershipStatus } from '@gongqiao/modules/membership/contract.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { Tag } from 'antd'
import { useLanguage } from '../kit/language.tsx'

/** A membership's status in words. */
export function StatusTag({ status }: { status: MembershipStatus }) {
  const language = useLanguage()
  const colour = status === 'active' ? 'success' : status === 'provisional' ? 'warning' : 'default'
  return <Tag color={colour}>{nameOf(language, 'status', status)}</Tag>
}
