import type { JoiningCode } from '@gongqiao/modules/membership/contract.ts'
import { Tag } from 'antd'
import { useMembershipSay } from './texts/index.ts'

/** The state of a code, in words; colour only helps. */
export function CodeState({ state }: { state: JoiningCode['state'] }) {
  const say = useMembershipSay()
  return <Tag {...(state === 'open' ? { color: 'success' } : {})}>{say(`codes.state.${state}`)}</Tag>
}
