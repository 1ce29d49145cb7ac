import type { ReactNode } from 'react'
import { useSpeak } from '../settings/preferences.ts'
import { Button } from './button.tsx'
import { Empty } from './empty.tsx'
import { Loaded } from './loaded.tsx'
import { kitTexts } from './texts/index.ts'

type Page<T> = { readonly items: readonly T[] }
type Asked<T> = {
  data: { readonly pages: readonly Page<T>[] } | undefined
  error: unknown
  isPending: boolean
  refetch: () => unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

type PagesProps<T> = { query: Asked<T>; empty: { title: string; why: string }; children: (item: T) => ReactNode }

/** A list that is read page by page, the latest first, with one button for what is older. */
export function Pages<T>({ query, empty, children }: PagesProps<T>) {
  const t = useSpeak(kitTexts)
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0) return <Empty title={empty.title}>{empty.why}</Empty>
        return (
          <>
            <ul className="rows">{items.map(children)}</ul>
            {query.hasNextPage ? (
              <Button kind="plain" busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
                {query.isFetchingNextPage ? t('reading') : t('more')}
              </Button>
            ) : null}
          </>
        )
      }}
    </Loaded>
  )
}
