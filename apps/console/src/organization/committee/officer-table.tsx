import type { Officer } from '@gongqiao/modules/organization/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { Button } from 'antd'
import { useLanguage } from '../../kit/language.tsx'
import { useCommitteeSay } from './texts.ts'

/** Who sits in which seat, how engaged, since when, and what protects them. */
export function OfficerTable({
  officers,
  onEnd,
}: {
  officers: readonly Officer[]
  onEnd: ((officer: Officer) => void) | null
}) {
  const say = useCommitteeSay()
  const language = useLanguage()
  return (
    <div className="table-box">
      <table className="table folds">
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('seats')}</th>
            <th scope="col">{say('engagement')}</th>
            <th scope="col">{say('since')}</th>
            <th scope="col">{say('protection')}</th>
            {onEnd ? <th scope="col">{say('act')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {officers.map((officer) => (
            <tr key={officer.who}>
              <th scope="row">{officer.name}</th>
              <td data-label={say('seats')}>{officer.seats.map(({ seat }) => say(`seat.${seat}`)).join('、')}</td>
              <td data-label={say('engagement')}>{say(`engagement.${officer.engagement}`)}</td>
              <td className="nowrap" data-label={say('since')}>
                {formatDay(officer.seats[0]?.from ?? '', language)}
              </td>
              <td data-label={say('protection')} className="soft">
                {officer.keptUntil === null ? null : (
                  <div>{say('kept.until', { day: formatDay(officer.keptUntil, language) })}</div>
                )}
                {officer.contractDays === null ? null : (
                  <div>{say('contract.days', { days: officer.contractDays })}</div>
                )}
                {officer.keptUntil === null && officer.contractDays === null ? '—' : null}
              </td>
              {onEnd ? (
                <td>
                  <Button
                    size="small"
                    onClick={() => onEnd(officer)}
                    aria-label={say('end.of', { name: officer.name })}
                  >
                    {say('end')}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
