import { dayOf, formatDay, formatNumber } from '@gongqiao/ui/format.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { ExportButton } from '../exports/export-button.tsx'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Empty, ListEnd, Loading } from '../kit/states.tsx'
import { matterWord } from '../matters/keys.ts'
import { useActing } from '../session/acting.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { InvitedList } from './invited-list.tsx'
import { transfersQuery, type Way } from './queries.ts'
import { useStateWords } from './state-words.ts'
import { useTransferSay } from './texts/index.ts'
import { WindowDialog } from './window-dialog.tsx'
import './transfers.css'

const days = 5
const lists = ['in', 'out', 'invited'] as const
const asList = (value: string) => lists.find((one) => one === value)

/** The transfers of a union 转入转出: who leaves, who comes, whom it has invited; the window for whoever stands there. */
export function TransfersPage() {
  const say = useTransferSay()
  const { may } = useActing()
  const { unit } = useParams({ from: '/desk/units/$unit' })
  const { list = 'in' } = useSearch({ from: '/desk/units/$unit/transfers' })
  const navigate = useNavigate({ from: '/units/$unit/transfers' })
  const [asking, setAsking] = useState<'invite' | 'window' | null>(null)
  return (
    <>
      <TabHead title={say('title')}>
        <p className="soft">{say('words', { days })}</p>
        <div className="transfers-acts">
          <Segmented
            aria-label={say('title')}
            value={list}
            options={[
              { value: 'in', label: say('in') },
              { value: 'out', label: say('out') },
              { value: 'invited', label: say('invited') },
            ]}
            onChange={(value) => void navigate({ search: { list: asList(value) }, replace: true })}
          />
          {may('membership.transfer_at_window') ? (
            <Button onClick={() => setAsking('window')}>{say('window')}</Button>
          ) : null}
          {may('membership.invite_member') ? (
            <Button onClick={() => setAsking('invite')}>{say('invite')}</Button>
          ) : null}
          {list === 'invited' ? null : (
            <ExportButton
              kind={list === 'in' ? 'membership.transfers_in' : 'membership.transfers_out'}
              filter={{ unit, way: list }}
            />
          )}
        </div>
      </TabHead>
      {list === 'invited' ? <InvitedList unit={unit} /> : <TransferList key={list} unit={unit} way={list} />}
      {asking === 'invite' ? <InviteDialog unit={unit} close={() => setAsking(null)} /> : null}
      {asking === 'window' ? <WindowDialog unit={unit} close={() => setAsking(null)} /> : null}
    </>
  )
}

function TransferList({ unit, way }: { unit: string; way: Way }) {
  const say = useTransferSay()
  const language = useLanguage()
  const { api } = useActing()
  const { outWords, inWords } = useStateWords()
  const [openOnly, setOpenOnly] = useState(true)
  const found = useInfiniteQuery(transfersQuery(api, unit, way, openOnly))
  const rows = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data])
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('loading')} />
  const kind = way === 'in' ? 'membership.incoming' : 'membership.transfer'
  const words = way === 'in' ? inWords : outWords
  return (
    <>
      <p>
        <Checkbox checked={openOnly} onChange={(event) => setOpenOnly(event.target.checked)}>
          {say('openOnly')}
        </Checkbox>{' '}
        <span className="soft">{say('openCount', { open: formatNumber(found.data.pages[0]?.open ?? 0) })}</span>
      </p>
      {rows.length === 0 ? (
        <Empty title={say(way === 'in' ? 'emptyIn' : 'empty')}>{say('emptyWhy')}</Empty>
      ) : (
        <>
          <div className="table-box">
            <table className="table folds">
              <thead>
                <tr>
                  <th scope="col">{say('member')}</th>
                  <th scope="col">{say(way === 'in' ? 'from' : 'to')}</th>
                  <th scope="col">{say('state')}</th>
                  <th scope="col">{say('asked')}</th>
                  <th scope="col">{say('due')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.matter}>
                    <th scope="row">
                      <Link to="/" search={{ view: 'unit', matter: matterWord({ ...row, kind }) }}>
                        {row.name}
                      </Link>
                    </th>
                    <td data-label={say(way === 'in' ? 'from' : 'to')}>{way === 'in' ? row.from.name : row.to.name}</td>
                    <td data-label={say('state')}>{words(row.state)}</td>
                    <td className="figures" data-label={say('asked')}>
                      {formatDay(dayOf(row.askedAt), language)}
                    </td>
                    <td className="figures" data-label={say('due')}>
                      {row.dueOn === null ? '' : formatDay(row.dueOn, language)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ListEnd
            count={rows.length}
            more={found.hasNextPage ? () => void found.fetchNextPage() : null}
            busy={found.isFetchingNextPage}
          />
        </>
      )}
    </>
  )
}
