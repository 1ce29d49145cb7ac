import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { unitQuery } from '../organization/queries.ts'
import { useOrganizationSay } from '../organization/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { UnitContext } from './unit-context.tsx'
import { openTab, tabGroups, unitTabs } from './unit-tabs.ts'
import './unit-frame.css'

/** One union: the chain above it, its name, and its tabs. */
export function UnitFrame() {
  const say = useOrganizationSay()
  const { api, post, may } = useActing()
  const { unit: id } = useParams({ from: '/desk/units/$unit' })
  const found = useQuery(unitQuery(api, id))
  const tabs = unitTabs.filter(({ act }) => may(act))
  const { pathname } = useLocation()
  const row = useRef<HTMLElement>(null)
  const isThere = found.isSuccess
  const open = openTab(pathname)
  const beside = tabs.filter(({ group }) => group === open?.group)

  useEffect(() => {
    const current = isThere && pathname ? row.current?.querySelector('[aria-current]') : null
    current?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [isThere, pathname])

  if (found.isError) {
    return (
      <>
        <h1 className="hidden-words">{say('unit')}</h1>
        <FailureNotice failure={found.error} retry={() => void found.refetch()} />
      </>
    )
  }
  if (found.isPending) return <Loading what={say('unit')} />

  const { unit, chain } = found.data
  const top = chain.findIndex((above) => above.id === post.unit.id)
  const inReach = top === -1 ? [] : chain.slice(top)
  return (
    <div className="unit">
      <div className="unit-head no-print">
        {inReach.length > 0 ? (
          <nav aria-label={say('unit.chain')} className="crumbs">
            <ol>
              {inReach.map((above) => (
                <li key={above.id}>
                  <Link to="/units/$unit/figures" params={{ unit: above.id }}>
                    {above.shortName}
                  </Link>
                </li>
              ))}
              <li aria-current="page">{unit.shortName}</li>
            </ol>
          </nav>
        ) : null}
        <h1 id="page-title" tabIndex={-1} className="unit-name">
          {unit.name} <Tag>{say(`level.${unit.level}`)}</Tag>
          {unit.state === 'active' ? null : <Tag tone="amber">{say(`unit.state.${unit.state}`)}</Tag>}
        </h1>
        <nav aria-label={say('tabs')} className="tabs" ref={row}>
          {tabGroups.map((group) => {
            const [first, second] = tabs.filter((tab) => tab.group === group)
            return first === undefined ? null : (
              <Link
                key={group}
                to={first.to}
                params={{ unit: id }}
                {...(open?.group === group && { 'aria-current': second === undefined ? 'page' : 'true' })}
              >
                {second === undefined ? say(`tab.${first.tab}`) : say(`tabs.${group}`)}
              </Link>
            )
          })}
        </nav>
        {beside.length > 1 ? (
          <nav aria-label={open ? say(`tabs.${open.group}`) : say('tabs')} className="tabs-below">
            {beside.map(({ tab, to }) => (
              <Link key={tab} to={to} params={{ unit: id }} {...(open?.tab === tab && { 'aria-current': 'page' })}>
                {say(`tab.${tab}`)}
              </Link>
            ))}
          </nav>
        ) : null}
      </div>
      <UnitContext value={unit}>
        <Outlet />
      </UnitContext>
    </div>
  )
}
