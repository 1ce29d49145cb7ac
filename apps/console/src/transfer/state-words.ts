import { useTransferSay } from './texts/index.ts'

const out = ['asked', 'objected', 'released', 'completed', 'withdrawn', 'declined', 'refused', 'ended'] as const
const into = ['asked', 'accepted', 'completed', 'declined', 'ended'] as const

/** Speaks the state of a transfer as each side reads it; a state nobody knows is shown as it is called. */
export function useStateWords(): { outWords: (state: string) => string; inWords: (state: string) => string } {
  const say = useTransferSay()
  return {
    outWords(state) {
      const known = out.find((one) => one === state)
      return known === undefined ? state : say(`state.out.${known}`)
    },
    inWords(state) {
      const known = into.find((one) => one === state)
      return known === undefined ? state : say(`state.in.${known}`)
    },
  }
}
