import { PrinterOutlined } from '@ant-design/icons'
import { maskName } from '@gongqiao/codes'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { Mark } from '@gongqiao/ui/mark.tsx'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Checkbox, Select } from 'antd'
import { useMemo, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { TabHead } from '../kit/page.tsx'
import { ListEnd, Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { memberWord } from './keys.ts'
import { countsQuery, joiningCodesQuery, rollQuery } from './queries.ts'
import { useMembershipSay } from './texts/index.ts'
import './codes.css'
import './unclaimed.css'

/** Who of a union has not claimed their record 未认领: how many, a poster that asks them to, and a masked list to print. */
export function UnclaimedPage() {
  const say = useMembershipSay()
  const { api, may } = useActing()
  const { unit } = useParams({ from: '/desk/units/$unit' })
  const [withList, setWithList] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const figures = useQuery(countsQuery(api, unit))
  const codes = useQuery({ ...joiningCodesQuery(api, unit), enabled: may('membership.make_code') })
  const roll = useInfiniteQuery({ ...rollQuery(api, unit, 'place', undefined, 'unclaimed'), enabled: withList })
  const rows = useMemo(() => roll.data?.pages.flatMap((page) => page.items) ?? [], [roll.data])
  const first = figures.data
  if (figures.isError) return <FailureNotice failure={figures.error} retry={() => void figures.refetch()} />
  if (first === undefined) return <Loading what={say('unclaimed.loading')} />

  const open = codes.data?.items.filter(({ state }) => state === 'open') ?? []
  const code = open.find(({ id }) => id === chosen) ?? open[0]
  const unclaimed = first.onRoll - first.claimed
  const counts = {
    unit: first.unit.shortName,
    onRoll: formatNumber(first.onRoll),
    unclaimed: formatNumber(unclaimed),
  }
  const link = `${window.location.host}/claim`
  return (
    <>
      <div className="no-print">
        <TabHead title={say('unclaimed.title')}>
          <p className="figures-sentence">{say(unclaimed > 0 ? 'unclaimed.sentence' : 'unclaimed.none', counts)}</p>
          <p className="soft">{say('unclaimed.words')}</p>
          <div className="poster-acts">
            <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
              {say('unclaimed.print')}
            </Button>
            {open.length > 1 ? (
              <Select
                aria-label={say('unclaimed.code')}
                value={code?.id ?? null}
                options={open.map(({ id, label }) => ({ value: id, label }))}
                onChange={(id) => setChosen(id ?? undefined)}
              />
            ) : null}
            <Link to="/units/$unit/people" params={{ unit }} search={{ stand: 'unclaimed' }}>
              {say('unclaimed.back')}
            </Link>
          </div>
          <Checkbox checked={withList} onChange={(event) => setWithList(event.target.checked)}>
            {say('unclaimed.with_list')}
          </Checkbox>
          {withList ? <p className="soft">{say('unclaimed.list_careful')}</p> : null}
          {codes.isSuccess && open.length === 0 ? (
            <p className="note" role="status">
              {say('unclaimed.no_code')}{' '}
              <Link to="/units/$unit/codes" params={{ unit }}>
                {say('unclaimed.make_code')}
              </Link>
            </p>
          ) : null}
        </TabHead>
      </div>
      <article className="poster" aria-label={say('unclaimed.title')}>
        <p className="poster-mark">
          <Mark size={40} />
        </p>
        <h2>{say('poster.claim.head')}</h2>
        <p className="poster-unit">{first.unit.name}</p>
        {code ? (
          <img
            src={api.address(`/api/cells/${code.cell}/joining-codes/${code.id}.svg`)}
            alt={say('code.image', { label: code.label })}
          />
        ) : null}
        <p className="poster-link">{say(code ? 'poster.claim.scan' : 'poster.claim.open', { link })}</p>
        <ol>
          <li>{say('poster.claim.step.1')}</li>
          <li>{say('poster.claim.step.2')}</li>
          <li>{say('poster.claim.step.3')}</li>
        </ol>
        <p>{say('poster.claim.why')}</p>
        <p className="soft">{say('poster.claim.help')}</p>
      </article>
      {withList ? (
        <section className="unclaimed-list" aria-label={say('poster.claim.list')}>
          <h2>{say('poster.claim.list')}</h2>
          {roll.isError ? <FailureNotice failure={roll.error} retry={() => void roll.refetch()} /> : null}
          {roll.isPending ? <Loading what={say('unclaimed.loading')} rows={8} /> : null}
          <ol>
            {rows.map((row) => (
              <li key={memberWord(row)}>
                {maskName(row.name)} <span className="figures">{row.identityMask}</span>
                {row.unit.id === unit ? null : <span className="soft"> {row.unit.shortName}</span>}
              </li>
            ))}
          </ol>
          <div className="no-print">
            {roll.isSuccess ? (
              <ListEnd
                count={rows.length}
                more={roll.hasNextPage ? () => void roll.fetchNextPage() : null}
                busy={roll.isFetchingNextPage}
              />
            ) : null}
          </div>
        </section>
      ) : null}
    </>
  )
}
