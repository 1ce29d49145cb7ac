import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { ExportButton } from '../../exports/export-button.tsx'
import type { AsOf } from '../../kit/as-of.ts'
import { AsOfBar } from '../../kit/as-of-bar.tsx'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { TabHead } from '../../kit/page.tsx'
import { Empty, ListEnd, Loading } from '../../kit/states.tsx'
import { useActing } from '../../session/acting.tsx'
import { useUnit } from '../../shell/unit-context.tsx'
import { CoverageFigures, CoverageSentence } from './coverage-figures.tsx'
import { EmployerTable } from './employer-table.tsx'
import { EnterDialog } from './enter-dialog.tsx'
import { PastCoverage } from './past-coverage.tsx'
import { coverageQuery, employersQuery, type Only, onlyChoices } from './queries.ts'
import { useCoverageSay } from './texts.ts'
import './coverage.css'

/** Which employers have a union and which have none: today, or as of a past day where the address says one. */
export function CoveragePage() {
  const unit = useUnit()
  const { on, known } = useSearch({ from: '/desk/units/$unit/coverage' })
  const navigate = useNavigate({ from: '/units/$unit/coverage' })
  const change = (asOf: AsOf) => void navigate({ search: asOf, replace: on !== undefined })
  return on === undefined ? (
    <CoverageToday onPast={change} />
  ) : (
    <PastCoverage unit={unit.id} asOf={{ on, known }} onChange={change} />
  )
}

/** Coverage of today: one sentence, the picture by industry and place, then the list. */
function CoverageToday({ onPast }: { onPast: (asOf: AsOf) => void }) {
  const say = useCoverageSay()
  const { api, may } = useActing()
  const unit = useUnit()
  const [only, setOnly] = useState<Only>('')
  const [entering, setEntering] = useState(false)
  const found = useQuery(coverageQuery(api, unit.id))
  const list = useInfiniteQuery(employersQuery(api, unit.id, only))
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('loading')} />
  const employers = list.data?.pages.flatMap(({ items }) => items) ?? []
  const nothing = found.data.sections.length === 0
  const enter = (
    <>
      <Button onClick={() => setEntering(true)}>{say('enter')}</Button>
      {may('kernel.view_imports') ? (
        <Link to="/units/$unit/imports" params={{ unit: unit.id }}>
          {say('import')}
        </Link>
      ) : null}
    </>
  )
  return (
    <>
      <TabHead title={say('title')}>
        {nothing ? null : <CoverageSentence coverage={found.data} />}
        <AsOfBar asOf={{}} onChange={onPast} />
      </TabHead>
      {nothing ? (
        <Empty title={say('none')} action={enter}>
          {say('none.words')}
        </Empty>
      ) : (
        <>
          <CoverageFigures coverage={found.data} />
          <section aria-labelledby="coverage-list">
            <h2 id="coverage-list">{say('list')}</h2>
            <div className="toolbar">
              <Radio.Group
                value={only}
                onChange={(event) => setOnly(event.target.value)}
                optionType="button"
                options={onlyChoices.map((value) => ({ value, label: say(`only.${value}`) }))}
              />
              {enter}
              <ExportButton kind="organization.employers" filter={{ unit: unit.id, ...(only !== '' && { only }) }} />
            </div>
            <EmployerTable employers={employers} />
            <ListEnd
              count={employers.length}
              more={list.hasNextPage ? () => void list.fetchNextPage() : null}
              busy={list.isFetchingNextPage}
            />
          </section>
        </>
      )}
      {entering ? (
        <EnterDialog unit={unit.id} covers={unit.level === 'grassroots'} close={() => setEntering(false)} />
      ) : null}
    </>
  )
}
