import { formatDay } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { AsOfBar } from '../kit/as-of-bar.tsx'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Empty, ListEnd, Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { pastRollQuery } from './queries.ts'
import { StatusTag } from './status-tag.tsx'
import { useMembershipSay } from './texts/index.ts'

/** Who belonged to a union on a past day, as what, and where: as known then or as corrected since. */
export function PastRollPage() {
  const say = useMembershipSay()
  const language = useLanguage()
  const { api } = useActing()
  const { unit } = useParams({ from: '/desk/units/$unit' })
  const { on, known } = useSearch({ from: '/desk/units/$unit/people/past' })
  const navigate = useNavigate({ from: '/units/$unit/people/past' })
  const roll = useInfiniteQuery({ ...pastRollQuery(api, unit, { on: on ?? '', known }), enabled: on !== undefined })
  const rows = useMemo(() => roll.data?.pages.flatMap((page) => page.items) ?? [], [roll.data])
  return (
    <>
      <TabHead title={say('past.title')}>
        <AsOfBar
          asOf={{ on, known }}
          onChange={(asOf) =>
            void (asOf.on === undefined
              ? navigate({ to: '/units/$unit/people', params: { unit } })
              : navigate({ search: asOf, replace: true }))
          }
        />
        {on === undefined ? (
          <p>{say('past.choose')}</p>
        ) : (
          <p className="soft">{say('past.words', { day: formatDay(on, language) })}</p>
        )}
      </TabHead>
      {roll.isError ? <FailureNotice failure={roll.error} retry={() => void roll.refetch()} /> : null}
      {on !== undefined && roll.isPending ? <Loading what={say('roll.loading')} rows={10} /> : null}
      {roll.isSuccess && rows.length === 0 ? (
        <Empty title={say('past.none')}>
          <p>{say('past.none.words')}</p>
        </Empty>
      ) : null}
      {rows.length > 0 ? (
        <>
          <div className="table-box">
            <table className="table folds">
              <thead>
                <tr>
                  <th scope="col">{say('past.name')}</th>
                  <th scope="col">{say('past.identity')}</th>
                  <th scope="col">{say('past.status')}</th>
                  <th scope="col">{say('past.unit')}</th>
                  <th scope="col">{say('past.today')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.membership}>
                    <th scope="row">
                      {row.name} <span className="soft">{nameOf(language, 'sex', row.sex)}</span>
                    </th>
                    <td className="figures" data-label={say('past.identity')}>
                      {row.identityMask}
                    </td>
                    <td data-label={say('past.status')}>
                      <StatusTag status={row.status} />
                    </td>
                    <td data-label={say('past.unit')}>
                      <Link to="/units/$unit/people" params={{ unit: row.unit.id }}>
                        {row.unit.shortName}
                      </Link>
                    </td>
                    <td data-label={say('past.today')}>{say(row.stillHere ? 'past.here' : 'past.gone')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ListEnd
            count={rows.length}
            more={roll.hasNextPage ? () => void roll.fetchNextPage() : null}
            busy={roll.isFetchingNextPage}
          />
        </>
      ) : null}
    </>
  )
}
