import type { ElectionRow } from '@gongqiao/modules/elections/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Empty, Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useActing } from '../session/acting.tsx'
import { useUnit } from '../shell/unit-context.tsx'
import { NewPlanForm } from './plan-form.tsx'
import { electionsQuery } from './queries.ts'
import { RemovalForm } from './removal-form.tsx'
import { useElectionsSay } from './texts/index.ts'
import { kindWord, stateWord, toneOf } from './words.ts'
import './elections.css'

/** The elections of a union and those below it: what is open, with its stage and due day, and what can be begun. */
export function ElectionsPage() {
  const say = useElectionsSay()
  const language = useLanguage()
  const { api, may } = useActing()
  const unit = useUnit()
  const found = useQuery(electionsQuery(api, unit.id))
  const [opens, setOpens] = useState<'re_election' | 'by_election' | 'removal' | null>(null)
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('loading')} />

  const { items, electorate, term } = found.data
  const begin = may('elections.plan') ? (
    <div className="toolbar">
      <Button type="primary" onClick={() => setOpens('re_election')}>
        {say('new')}
      </Button>
      <Button onClick={() => setOpens('by_election')}>{say('new.by')}</Button>
      <Button onClick={() => setOpens('removal')}>{say('new.removal')}</Button>
    </div>
  ) : null
  return (
    <>
      <TabHead title={say('title')}>
        <p className="soft">{say('title.words')}</p>
      </TabHead>
      <p className="page-sentence">
        {say('electorate', electorate)}{' '}
        {term === null
          ? say('term.none')
          : term.extendedUntil === null
            ? say('term.ends', { day: formatDay(term.endsOn, language) })
            : say('term.extended', { day: formatDay(term.extendedUntil, language) })}{' '}
        <Link to="/election-parameters">{say('parameters.open')}</Link>
      </p>
      {opens === null ? (
        items.length > 0 && begin
      ) : opens === 'removal' ? (
        <RemovalForm close={() => setOpens(null)} />
      ) : (
        <NewPlanForm kind={opens} list={found.data} close={() => setOpens(null)} />
      )}
      {items.length > 0 ? (
        <ElectionTable items={items} />
      ) : opens === null ? (
        <Empty title={say('none')} action={begin}>
          {say('none.words')}
        </Empty>
      ) : null}
    </>
  )
}

function ElectionTable({ items }: { items: readonly ElectionRow[] }) {
  const say = useElectionsSay()
  const language = useLanguage()
  const unit = useUnit()
  return (
    <div className="table-box">
      <table className="table folds">
        <thead>
          <tr>
            <th scope="col">{say('column.what')}</th>
            <th scope="col">{say('column.unit')}</th>
            <th scope="col">{say('column.state')}</th>
            <th scope="col">{say('column.due')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.matter}>
              <th scope="row">
                <Link
                  to={
                    row.kind === 'elections.removal'
                      ? '/units/$unit/elections/$cell/$matter/removal'
                      : '/units/$unit/elections/$cell/$matter'
                  }
                  params={{ unit: unit.id, cell: String(row.cell), matter: row.matter }}
                >
                  {kindWord(say, row.kind)}
                </Link>
              </th>
              <td>{row.unit.name}</td>
              <td>
                <Tag tone={toneOf(row.state)}>{stateWord(say, row.state)}</Tag>
              </td>
              <td className="figures">
                {row.dueOn === null
                  ? ''
                  : say(row.overdue ? 'overdue' : 'due', { day: formatDay(row.dueOn, language) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
