import { formatDay, formatNumber } from '@gongqiao/ui/format.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { ExportButton } from '../exports/export-button.tsx'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Empty, ListEnd, Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useKindWords } from '../matters/kind.ts'
import { useActing } from '../session/acting.tsx'
import { useUnit } from '../shell/unit-context.tsx'
import { FactsForm } from './facts-form.tsx'
import { foundingsQuery, unitFoundingQuery } from './queries.ts'
import { useFoundingSay } from './texts/index.ts'
import './founding.css'

/** The foundings below a union, how far each has come, and a way to enter one. */
export function FoundingsPage() {
  const say = useFoundingSay()
  const language = useLanguage()
  const { api, may } = useActing()
  const unit = useUnit()
  const words = useKindWords('organization.founding')
  const [all, setAll] = useState(false)
  const [entering, setEntering] = useState(false)
  const found = useInfiniteQuery(foundingsQuery(api, unit.id, all ? 'all' : 'open'))
  const own = useQuery({ ...unitFoundingQuery(api, unit.id), enabled: unit.state === 'founding' })
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  const isAbove = unit.level !== 'grassroots' && unit.state === 'active'
  return (
    <>
      <TabHead title={say('list.title')}>
        <p className="soft">{say('list.words')}</p>
      </TabHead>
      {own.data ? (
        <p className="note">
          <Link
            to="/units/$unit/foundings/$cell/$matter"
            params={{ unit: unit.id, cell: String(own.data.cell), matter: own.data.matter }}
          >
            {say('list.own')}
          </Link>
        </p>
      ) : null}
      <div className="toolbar">
        {isAbove && may('organization.decide_founding') && !entering ? (
          <Button type="primary" onClick={() => setEntering(true)}>
            {say('new')}
          </Button>
        ) : null}
        <Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>
          {say('list.all')}
        </Checkbox>
        <ExportButton kind="organization.foundings" filter={{ unit: unit.id, show: all ? 'all' : 'open' }} />
      </div>
      {entering ? (
        <FactsForm unit={unit.id} onDone={() => setEntering(false)} onCancel={() => setEntering(false)} />
      ) : null}
      {found.isError ? <FailureNotice failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Loading what={say('list.loading')} /> : null}
      {found.isSuccess && items.length === 0 ? <Empty title={say('list.none')}>{say('list.none.words')}</Empty> : null}
      {items.length > 0 ? (
        <div className="table-box">
          <table className="table folds">
            <thead>
              <tr>
                <th scope="col">{say('list.name')}</th>
                <th scope="col">{say('list.state')}</th>
                <th scope="col" className="number">
                  {say('list.employees')}
                </th>
                <th scope="col" className="number">
                  {say('list.asks')}
                </th>
                <th scope="col">{say('list.due')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((line) => (
                <tr key={line.matter}>
                  <th scope="row">
                    <Link
                      to="/units/$unit/foundings/$cell/$matter"
                      params={{ unit: unit.id, cell: String(line.cell), matter: line.matter }}
                    >
                      {line.name}
                    </Link>
                    <span className="soft under">
                      {say(line.form === 'industry' ? 'form.industry.union' : `form.${line.form}`)} · {line.upper}
                    </span>
                  </th>
                  <td data-label={say('list.state')}>{words.word(`state.${line.state}`)}</td>
                  <td className="number" data-label={say('list.employees')}>
                    {formatNumber(line.employees)}
                  </td>
                  <td className="number" data-label={say('list.asks')}>
                    {line.asks}
                  </td>
                  <td className="nowrap" data-label={say('list.due')}>
                    {line.dueOn === null ? '—' : formatDay(line.dueOn, language)}{' '}
                    {line.overdue ? <Tag tone="amber">{say('late')}</Tag> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <ListEnd
            count={items.length}
            more={found.hasNextPage ? () => void found.fetchNextPage() : null}
            busy={found.isFetchingNextPage}
          />
        </div>
      ) : null}
    </>
  )
}
