import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Empty, ListEnd, Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { invitedQuery } from './queries.ts'
import { useTransferSay } from './texts/index.ts'

/** Whom a union has asked to come; the same line for everybody until they say yes. */
export function InvitedList({ unit }: { unit: string }) {
  const say = useTransferSay()
  const language = useLanguage()
  const { api } = useActing()
  const found = useInfiniteQuery(invitedQuery(api, unit))
  const rows = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data])
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('loading')} />
  if (rows.length === 0) return <Empty title={say('emptyInvited')}>{say('inviteWhy')}</Empty>
  return (
    <>
      <div className="table-box">
        <table className="table folds">
          <thead>
            <tr>
              <th scope="col">{say('name')}</th>
              <th scope="col">{say('document')}</th>
              <th scope="col">{say('state')}</th>
              <th scope="col">{say('asked')}</th>
              <th scope="col">{say('expires')}</th>
              <th scope="col">{say('by')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                <td className="figures" data-label={say('document')}>
                  {row.identityMask}
                </td>
                <td data-label={say('state')}>{say(`invited.${row.state}`)}</td>
                <td className="figures" data-label={say('asked')}>
                  {formatDay(dayOf(row.at), language)}
                </td>
                <td className="figures" data-label={say('expires')}>
                  {formatDay(row.expiresOn, language)}
                </td>
                <td data-label={say('by')}>{row.by}</td>
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
  )
}
