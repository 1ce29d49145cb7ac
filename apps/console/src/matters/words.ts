import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useLanguage } from '../kit/language.tsx'
import { useMattersSay } from './texts/index.ts'

/** States that an officer reads in other words than the person. */
const toldHere = ['returned', 'reported', 'answered', 'settled'] as const

function isToldHere(state: string): state is (typeof toldHere)[number] {
  return toldHere.some((told) => told === state)
}

/** Speaks of whoever took a step. */
export function useTaker(): (by: string) => string {
  const say = useMattersSay()
  return (by) => (by === 'person' ? say('by.person') : by === 'system' ? say('by.system') : by)
}

/** Speaks a matter's state and who took a step, as an officer reads them. */
export function useMatterWords(): { stateOf: (state: string) => string; takerOf: (by: string) => string } {
  const say = useMattersSay()
  const language = useLanguage()
  const takerOf = useTaker()
  return {
    stateOf: (state) => (isToldHere(state) ? say(`state.${state}`) : nameOf(language, 'state', state)),
    takerOf,
  }
}
