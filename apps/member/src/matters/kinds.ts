import type { MatterKindList } from '@gongqiao/kernel/matter/contract.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { getKept } from '../api/queries.ts'
import { usePreferences } from '../settings/preferences.ts'

/** Every kind of matter with its words in the reader's language. */
export const kindsQuery = (language: string) => {
  const queryKey = ['kinds', language]
  return queryOptions({
    queryKey,
    queryFn: () => getKept<MatterKindList>('/api/matters/kinds', queryKey),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Speaks of one kind: as every screen does, else as its module does, else by the code itself. */
export type KindWords = (
  group: 'kind' | 'state' | 'step' | 'reason' | 'field' | 'choice' | 'next',
  code: string,
) => string

/** The words of a kind. What the app knows by itself asks the network for nothing. */
export function useKindWords(kind: string): KindWords {
  const { language } = usePreferences()
  const isKnown = nameOf(language, 'kind', kind) !== kind
  const found = useQuery({ ...kindsQuery(language), enabled: !isKnown })
  const own = found.data?.items.find((one) => one.kind === kind)
  return (group, code) => {
    const told = group === 'field' || group === 'choice' || group === 'next' ? code : nameOf(language, group, code)
    const said = group === 'kind' ? own?.name : own?.texts[`${group}.${code}`]
    return isKnown && told !== code ? told : (said ?? told)
  }
}
