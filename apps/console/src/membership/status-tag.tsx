import type { MembershipStatus } from '@gongqiao/modules/membership/contract.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useLanguage } from '../kit/language.tsx'
import { Tag } from '../kit/tag.tsx'

/** A membership's status in words. */
export function StatusTag({ status }: { status: MembershipStatus }) {
  const language = useLanguage()
  const tone = status === 'active' ? 'jade' : status === 'provisional' || status === 'listed' ? 'amber' : 'plain'
  return <Tag tone={tone}>{nameOf(language, 'status', status)}</Tag>
}
