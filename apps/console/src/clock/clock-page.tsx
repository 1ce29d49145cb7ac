import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { PageHead } from '../kit/page.tsx'
import { Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { ChangesSection } from './changes-section.tsx'
import { rulesQuery } from './queries.ts'
import { RulesSection } from './rules-section.tsx'
import { clockTabs } from './tabs.ts'
import { useClockSay } from './texts/index.ts'
import { YearSection } from './year-section.tsx'
import './clock.css'

/** 时限与日历: where time limits come from, which days are worked, and what was changed about either. */
export function ClockPage() {
  const say = useClockSay()
  const { api } = useActing()
  const { tab = 'rules' } = useSearch({ from: '/desk/clock' })
  const list = useQuery(rulesQuery(api))
  return (
    <div className="clock">
      <PageHead title={say('title')}>
        <p className="soft">{say('words')}</p>
      </PageHead>
      <nav className="clock-tabs" aria-label={say('tabs')}>
        {clockTabs.map((one) => (
          <Link key={one} to="/clock" search={{ tab: one }} aria-current={one === tab ? 'page' : undefined}>
            {say(`tab.${one}`)}
          </Link>
        ))}
      </nav>
      {list.isError ? <FailureNotice failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending ? <Loading what={say('loading')} rows={8} /> : null}
      {list.data && tab === 'rules' ? <RulesSection list={list.data} /> : null}
      {list.data && tab === 'calendar' ? <YearSection list={list.data} /> : null}
      {list.data && tab === 'changes' ? <ChangesSection list={list.data} /> : null}
    </div>
  )
}
