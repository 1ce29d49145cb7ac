import type { PastFigures as Past, UnitFigure } from '@gongqiao/modules/insight/contract.ts'
import { formatDay, formatNumber } from '@gongqiao/ui/format.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { AsOf } from '../kit/as-of.ts'
import { AsOfBar } from '../kit/as-of-bar.tsx'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Empty, ListEnd, Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { FigureTable } from './figure-table.tsx'
import { PictureChoice } from './picture-choice.tsx'
import { pastFiguresQuery } from './queries.ts'
import { useInsightSay } from './texts/index.ts'

/** The figures of a union as of the end of a past day, drawn like those of now. */
export function PastFigures({
  unit: id,
  asOf,
  onChange,
}: {
  unit: string
  asOf: AsOf & { readonly on: string }
  onChange: (asOf: AsOf) => void
}) {
  const say = useInsightSay()
  const language = useLanguage()
  const { api } = useActing()
  const navigate = useNavigate()
  const [pointed, setPointed] = useState<string | null>(null)
  const figures = useInfiniteQuery(pastFiguresQuery(api, id, asOf))
  const pages = figures.data?.pages
  const children: readonly UnitFigure[] = useMemo(() => pages?.flatMap((page) => page.children) ?? [], [pages])
  const first: Past | undefined = pages?.[0]
  const bar = <AsOfBar asOf={asOf} onChange={onChange} />
  if (figures.isError)
    return (
      <>
        {bar}
        <FailureNotice failure={figures.error} retry={() => void figures.refetch()} />
      </>
    )
  if (first === undefined)
    return (
      <>
        {bar}
        <Loading what={say('loading')} />
      </>
    )
  const { unit, onRoll, claimed, affirmed, provisional } = first
  const counts = {
    unit: unit.shortName,
    day: formatDay(first.on, language),
    onRoll: formatNumber(onRoll),
    claimed: formatNumber(claimed),
    affirmed: formatNumber(affirmed),
    provisional: formatNumber(provisional),
  }
  const open = (below: string) =>
    void navigate({ to: '/units/$unit/figures', params: { unit: below }, search: { on: asOf.on, known: asOf.known } })
  return (
    <div className="figures-page">
      <TabHead title={say('title')}>
        {bar}
        <p className="figures-sentence">{say('sentence.past', counts)}</p>
      </TabHead>
      {onRoll === 0 && provisional === 0 ? (
        <Empty title={say('past.empty')}>
          <p>{say('past.empty.words')}</p>
        </Empty>
      ) : null}
      {children.length > 0 ? (
        <>
          <PictureChoice unit={unit} figures={children} more={figures.hasNextPage} pointed={pointed} onOpen={open} />
          <FigureTable first={first} figures={children} complete={!figures.hasNextPage} onPoint={setPointed} />
          <ListEnd
            count={children.length}
            more={figures.hasNextPage ? () => void figures.fetchNextPage() : null}
            busy={figures.isFetchingNextPage}
          />
        </>
      ) : null}
    </div>
  )
}
