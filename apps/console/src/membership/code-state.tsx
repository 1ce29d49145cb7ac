import type { JoiningCode } from '@gongqiao/modules/membership/contract.ts'
import { Tag } from '../kit/tag.tsx'
import { useMembershipSay } from './texts/index.ts'

/** The state of a code, in words; colour only helps. */
export function CodeState({ state }: { state: JoiningCode['state'] }) {
  const say = useMembershipSay()
  return <Tag tone={state === 'open' ? 'jade' : 'plain'}>{say(`codes.state.${state}`)}</Tag>
}
