import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useLanguage } from '../kit/language.tsx'
import { useMembershipSay } from './texts/index.ts'

/** Speaks a matter's state and who took a step, as an officer reads them. */
export function useMatterWords(): { stateOf: (state: string) => string; takerOf: (by: string) => string } {
  const say = useMembershipSay()
  const language = useLanguage()
  return {
    stateOf: (state) => (state === 'returned' ? say('state.returned') : nameOf(language, 'state', state)),
    takerOf: (by) => (by === 'person' ? say('by.person') : by === 'system' ? say('by.system') : by),
  }
}
