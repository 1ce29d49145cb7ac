import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import type { useElectionsSay } from './texts/index.ts'
import type { zh } from './texts/zh.ts'

export type Say = ReturnType<typeof useElectionsSay>
/** The texts that have no variables, by their keys. */
type Plain = { [K in keyof typeof zh]: (typeof zh)[K] extends `${string}{${string}` ? never : K }[keyof typeof zh]

/** Says a text whose key is put together at run time; one that is not there is shown as it is. */
export function plainWord(say: Say, key: string): string {
  return say(asPlain(key))
}

export const kindWord = (say: Say, kind: string) => plainWord(say, `kind.${kind.replace('elections.', '')}`)
export const stateWord = (say: Say, state: string) => plainWord(say, `state.${state}`)
export const bodyWord = (say: Say, body: string) => plainWord(say, `body.${body}`)

/** What stands between the things of a list. */
export const between = (language: Language) => (language === 'en' ? ', ' : '、')

/** How a stage is marked beside its word. */
export function toneOf(state: string): 'plain' | 'jade' | 'amber' | 'river' {
  if (state === 'approved') return 'jade'
  if (state === 'requested' || state === 'reported') return 'river'
  return ['cancelled', 'kept', 'withdrawn'].includes(state) ? 'plain' : 'amber'
}

/** Safe because a speaker shows a key it has no text for. */
function asPlain(key: string): Plain {
  return key as Plain
}
