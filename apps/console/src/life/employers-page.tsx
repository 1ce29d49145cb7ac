import type { EmployerFigures } from '@gongqiao/modules/membership/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ExportButton } from '../exports/export-button.tsx'
import { mayRetry } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { TabHead } from '../kit/page.tsx'
import { Empty, Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { employersQuery } from './queries.ts'
import { useLifeSay } from './texts/index.ts'
import './duplicates.css'

/** How many people each employer's union has 各单位会员数; small figures are hidden, and what would give them away. */
export function EmployersPage() {
  const { unit } = useParams({ from: '/desk/units/$unit' })
  const say = useLifeSay()
  const { api } = useActing()
  const found = useQuery(employersQuery(api, unit))
  if (found.isError) {
    const again = mayRetry(found.error) && { retry: () => void found.refetch() }
    return <FailureNotice failure={found.error} {...again} />
  }
  if (found.isPending) return <Loading what={say('emp.loading')} />
  return <Employers figures={found.data} unit={unit} />
}

function Employers({ figures, unit }: { figures: EmployerFigures; unit: string }) {
  const say = useLifeSay()
  const { items, total, more } = figures
  if (items.length === 0) return <Empty title={say('emp.empty')}>{say('emp.empty.words')}</Empty>
  return (
    <>
      <TabHead title={say('emp.title')}>
        <h2>{say('emp.title')}</h2>
        <p>{say('emp.lead')}</p>
        <ExportButton kind="membership.employers" filter={{ unit }} />
      </TabHead>
      <table className="compared">
        <thead>
          <tr>
            <th scope="col">{say('side.unit')}</th>
            <th scope="col">{say('emp.people')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ unit: union, people, small }) => (
            <tr key={union.id}>
              <th scope="row">{union.name}</th>
              <td className="figures">
                {people === null ? say(small ? 'emp.small' : 'emp.hidden') : formatNumber(people)}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say('emp.total')}</th>
            <td className="figures">{total === null ? say('emp.hidden') : formatNumber(total)}</td>
          </tr>
        </tbody>
      </table>
      {more ? <p className="soft">{say('emp.more')}</p> : null}
    </>
  )
}
