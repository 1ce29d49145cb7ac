import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Radio } from 'antd'
import { useState } from 'react'
import type { AsOf } from '../../kit/as-of.ts'
import { AsOfBar } from '../../kit/as-of-bar.tsx'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { TabHead } from '../../kit/page.tsx'
import { Empty, ListEnd, Loading } from '../../kit/states.tsx'
import { useActing } from '../../session/acting.tsx'
import { CoverageFigures, CoverageSentence } from './coverage-figures.tsx'
import { EmployerTable } from './employer-table.tsx'
import { type Only, onlyChoices, pastCoverageQuery, pastEmployersQuery } from './queries.ts'
import { useCoverageSay } from './texts.ts'

/** Which employers had a union at the end of a past day and which had none: as known then or as corrected since. */
export function PastCoverage({
  unit,
  asOf,
  onChange,
}: {
  unit: string
  asOf: AsOf & { readonly on: string }
  onChange: (asOf: AsOf) => void
}) {
  const say = useCoverageSay()
  const { api } = useActing()
  const [only, setOnly] = useState<Only>('')
  const found = useQuery(pastCoverageQuery(api, unit, asOf))
  const list = useInfiniteQuery(pastEmployersQuery(api, unit, asOf, only))
  const employers = list.data?.pages.flatMap(({ items }) => items) ?? []
  const failed = found.isError ? found : list.isError ? list : null
  const nothing = found.isSuccess && found.data.sections.length === 0
  return (
    <>
      <TabHead title={say('title')}>
        <AsOfBar asOf={asOf} onChange={onChange} />
        {found.isSuccess && !nothing ? <CoverageSentence coverage={found.data} /> : null}
      </TabHead>
      {failed ? <FailureNotice failure={failed.error} retry={() => void failed.refetch()} /> : null}
      {found.isPending ? <Loading what={say('loading')} /> : null}
      {nothing ? <Empty title={say('on.none')}>{say('on.none.words')}</Empty> : null}
      {found.isSuccess && !nothing ? (
        <>
          <CoverageFigures coverage={found.data} />
          <section aria-labelledby="coverage-list">
            <h2 id="coverage-list">{say('list')}</h2>
            <p className="soft">{say('on.words')}</p>
            <div className="toolbar">
              <Radio.Group
                value={only}
                onChange={(event) => setOnly(event.target.value)}
                optionType="button"
                options={onlyChoices.map((value) => ({ value, label: say(`only.${value}`) }))}
              />
            </div>
            {list.isPending ? <Loading what={say('loading')} /> : <EmployerTable employers={employers} />}
            <ListEnd
              count={employers.length}
              more={list.hasNextPage ? () => void list.fetchNextPage() : null}
              busy={list.isFetchingNextPage}
            />
          </section>
        </>
      ) : null}
    </>
  )
}
