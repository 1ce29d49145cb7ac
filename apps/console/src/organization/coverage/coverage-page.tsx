import { lifeEn } from '@gongqiao/modules/organization/texts/life-en.ts'
import { lifeZh } from '@gongqiao/modules/organization/texts/life-zh.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { ExportButton } from '../../exports/export-button.tsx'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { useLanguage } from '../../kit/language.tsx'
import { TabHead } from '../../kit/page.tsx'
import { Empty, ListEnd, Loading } from '../../kit/states.tsx'
import { useActing } from '../../session/acting.tsx'
import { useUnit } from '../../shell/unit-context.tsx'
import { CoverageTable } from './coverage-table.tsx'
import { EnterDialog } from './enter-dialog.tsx'
import { coverageQuery, employersQuery, type Only, onlyChoices } from './queries.ts'
import { useCoverageSay } from './texts.ts'
import './coverage.css'

/** Which employers have a union and which have none: one sentence, the picture by industry and place, then the list. */
export function CoveragePage() {
  const say = useCoverageSay()
  const language = useLanguage()
  const { api, may } = useActing()
  const unit = useUnit()
  const [only, setOnly] = useState<Only>('')
  const [entering, setEntering] = useState(false)
  const found = useQuery(coverageQuery(api, unit.id))
  const list = useInfiniteQuery(employersQuery(api, unit.id, only))
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('loading')} />
  const { covered, uncovered, social, sections, places } = found.data
  const employers = list.data?.pages.flatMap(({ items }) => items) ?? []
  const nothing = sections.length === 0
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
  const kinds: { readonly [key: string]: string } = language === 'zh' ? lifeZh : lifeEn
  return (
    <>
      <TabHead title={say('title')}>
        {nothing ? null : (
          <p className="page-sentence">
            {uncovered === 'hidden'
              ? say('sentence.hidden', { covered: formatNumber(covered) })
              : say('sentence', { covered: formatNumber(covered), uncovered: formatNumber(uncovered) })}{' '}
            {typeof social.all === 'number' && social.all > 0
              ? say('social', { covered: formatNumber(social.covered), all: formatNumber(social.all) })
              : null}
          </p>
        )}
      </TabHead>
      {nothing ? (
        <Empty title={say('none')} action={enter}>
          {say('none.words')}
        </Empty>
      ) : (
        <>
          <CoverageTable
            id="coverage-sections"
            title={say('sections')}
            first={say('section')}
            lines={sections.map(({ section, zh, en, ...line }) => ({
              ...line,
              key: section ?? '-',
              name: language === 'zh' ? zh : en,
            }))}
          />
          <CoverageTable
            id="coverage-places"
            title={say('places')}
            first={say('place')}
            lines={places.map((place) => ({ ...place, key: place.unit }))}
          />
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
            <div className="table-box">
              <table className="table folds">
                <thead>
                  <tr>
                    <th scope="col">{say('name')}</th>
                    <th scope="col">{say('code')}</th>
                    <th scope="col">{say('kind')}</th>
                    <th scope="col">{say('section')}</th>
                    <th scope="col">{say('employees')}</th>
                    <th scope="col">{say('union')}</th>
                  </tr>
                </thead>
                <tbody>
                  {employers.map((one) => (
                    <tr key={one.id}>
                      <th scope="row">{one.name}</th>
                      <td data-label={say('code')}>{one.creditCode ?? '—'}</td>
                      <td data-label={say('kind')}>{kinds[`organization.employer.kind.${one.kind}`]}</td>
                      <td data-label={say('section')}>{one.industry ?? '—'}</td>
                      <td className="number" data-label={say('employees')}>
                        {one.employees === null ? '—' : formatNumber(one.employees)}
                      </td>
                      <td data-label={say('union')}>
                        {one.union?.name ?? <span className="amber">{say('no.union')}</span>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
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
