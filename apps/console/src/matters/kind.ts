import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../kit/language.tsx'
import { useActing } from '../session/acting.tsx'
import { kindsQuery } from './queries.ts'
import { useMattersSay } from './texts/index.ts'

/** The words of a kind: what its module says of it, else what every kind is called, else the code itself. */
export type KindWords = {
  readonly name: string
  /** `state.answered`, `step.answer`, `reason.other`, `field.what`, `choice.what.wage`, `next.answered`. */
  readonly word: (key: string) => string
  /** The same, or undefined where nothing is written: for words that may be left out. */
  readonly maybe: (key: string) => string | undefined
}

const commonSteps = [
  'open',
  'hand_over',
  'refer',
  'accept',
  'accept_silently',
  'send_back',
  'dispute',
  'attach',
  'ask_signatures',
  'agree',
  'refuse',
  'pause',
  'resume',
  'escalate',
  'remind',
  'move',
] as const
const commonReasons = [
  'belongs_there',
  'person_moved',
  'asked_by_person',
  'not_our_area',
  'not_our_member',
  'details_missing',
  'other',
] as const

/** Speaks of one kind of matter as its module does. */
export function useKindWords(kind: string): KindWords {
  const { api } = useActing()
  const language = useLanguage()
  const say = useMattersSay()
  const found = useQuery(kindsQuery(api)).data?.items.find((one) => one.kind === kind)
  const known = nameOf(language, 'kind', kind)
  const maybe = (key: string) => {
    const own = found?.texts[key]
    if (own !== undefined) return own
    const [group, ...rest] = key.split('.')
    const code = rest.join('.')
    const step = group === 'step' ? commonSteps.find((one) => one === code) : undefined
    if (step) return say(`common.step.${step}`)
    const reason = group === 'reason' ? commonReasons.find((one) => one === code) : undefined
    return reason && say(`common.reason.${reason}`)
  }
  return {
    name: known === kind ? (found?.name ?? kind) : known,
    maybe,
    word: (key) => maybe(key) ?? wordOf(language, key),
  }
}

function wordOf(language: 'zh' | 'en', key: string): string {
  const [group, ...rest] = key.split('.')
  const code = rest.join('.')
  return group === 'state' || group === 'step' || group === 'reason' ? nameOf(language, group, code) : code
}
