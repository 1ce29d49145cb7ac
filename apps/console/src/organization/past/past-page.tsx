import { formatDay } from '@gongqiao/ui/format.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { useLanguage } from '../../kit/language.tsx'
import { TabHead } from '../../kit/page.tsx'
import { Loading } from '../../kit/states.tsx'
import { useActing } from '../../session/acting.tsx'
import { useUnit } from '../../shell/unit-context.tsx'
import { ChangeCard } from './change-card.tsx'
import { ChangeWizard } from './change-wizard.tsx'
import { ChildrenThen } from './children-then.tsx'
import { pastQuery } from './queries.ts'
import { usePastSay } from './texts.ts'
import './past.css'

const states = ['founding', 'active', 'closing', 'closed'] as const
const isOpen = (state: string) => state === 'submitted' || state === 'returned' || state === 'moving'

/** What a union was called and whom it stood under, what went into it, and what is asked for it now. */
export function PastPage() {
  const say = usePastSay()
  const language = useLanguage()
  const { api, may } = useActing()
  const unit = useUnit()
  const found = useQuery(pastQuery(api, unit.id))
  const [asking, setAsking] = useState(false)
  useFollowed(found.data?.changes.some(({ state }) => state === 'moving') ?? false)
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('loading')} />
  const { lines, parents, changes, before, successor } = found.data
  const day = (value: string | null) => (value === null ? say('now') : formatDay(value, language))
  const open = changes.filter(({ state }) => isOpen(state))
  const ended = changes.filter(({ state }) => !isOpen(state))
  return (
    <>
      <TabHead title={say('title')}>
        <p className="soft">{say('title.words')}</p>
      </TabHead>
      {successor ? (
        <p className="note">
          <Link to="/units/$unit/past" params={{ unit: successor.id }}>
            {say('successor', { unit: successor.name })}
          </Link>
        </p>
      ) : null}
      {may('organization.propose_change') && unit.state === 'active' && open.length === 0 ? (
        <div className="toolbar">
          <Button onClick={() => setAsking(true)}>{say('ask')}</Button>
        </div>
      ) : null}
      {open.length > 0 ? (
        <section aria-labelledby="open-changes">
          <h2 id="open-changes">{say('open')}</h2>
          {open.map((change) => (
            <ChangeCard key={change.matter} change={change} />
          ))}
        </section>
      ) : null}
      <section aria-labelledby="unit-names">
        <h2 id="unit-names">{say('names')}</h2>
        <ol className="past-lines">
          {lines.map((line) => (
            <li key={`${line.from} ${line.name} ${line.state}`}>
              <span className="past-days">
                {day(line.from)} – {day(line.to)}
              </span>
              <span>
                {line.name}{' '}
                <span className="soft">{say(`state.${states.find((one) => one === line.state) ?? 'active'}`)}</span>
                {line.divisionCode === null ? null : <span className="soft"> {line.divisionCode}</span>}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {parents.length > 0 ? (
        <section aria-labelledby="unit-parents">
          <h2 id="unit-parents">{say('parents')}</h2>
          <ol className="past-lines">
            {parents.map((line) => (
              <li key={`${line.from} ${line.id}`}>
                <span className="past-days">
                  {day(line.from)} – {day(line.to)}
                </span>
                <span>{line.name}</span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {unit.level === 'grassroots' ? null : <ChildrenThen unit={unit.id} />}
      {before.length > 0 ? (
        <section aria-labelledby="unit-before">
          <h2 id="unit-before">{say('before')}</h2>
          <ul>
            {before.map((one) => (
              <li key={one.id}>
                <Link to="/units/$unit/past" params={{ unit: one.id }}>
                  {one.name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="ended-changes">
        <h2 id="ended-changes">{say('changes')}</h2>
        {ended.length === 0 ? <p className="soft">{say('changes.none')}</p> : null}
        {ended.map((change) => (
          <ChangeCard key={change.matter} change={change} />
        ))}
      </section>
      {asking ? <ChangeWizard unit={unit} close={() => setAsking(false)} /> : null}
    </>
  )
}

/** Once people have gone over, everything that was read before is read again: the union is another one. */
function useFollowed(moving: boolean): void {
  const client = useQueryClient()
  const before = useRef(moving)
  useEffect(() => {
    if (before.current && !moving) void client.invalidateQueries()
    before.current = moving
  }, [moving, client])
}
