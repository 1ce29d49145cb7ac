import { ClockCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { dayOf, formatDay, formatWorkdays } from '@gongqiao/ui/format.ts'
import { standingOf } from '../kit/due.ts'
import { useLanguage } from '../kit/language.tsx'
import { isWorkday } from '../kit/workdays.ts'
import { useMattersSay } from './texts/index.ts'

/** A clock in words: how many working days are left, that it is late, and whether the day is still provisional. */
export function DueWords({
  on,
  overdue,
  provisional,
  withDay,
}: {
  on: string
  overdue: boolean
  provisional: boolean
  /** Says the day itself too. */
  withDay?: boolean
}) {
  const say = useMattersSay()
  const language = useLanguage()
  const standing = standingOf(dayOf(Date.now()), on, overdue, isWorkday)
  const urgent = standing.is !== 'left' || standing.soon
  const words =
    standing.is === 'today'
      ? say('due.today')
      : standing.is === 'late'
        ? say('due.late', { days: formatWorkdays(standing.workdays, language) })
        : say('due.left', { days: formatWorkdays(standing.workdays, language) })
  return (
    <span className={`due due-${standing.is}${urgent ? ' due-urgent' : ''}`} title={formatDay(on, language)}>
      {standing.is === 'late' ? (
        <ExclamationCircleOutlined aria-hidden="true" />
      ) : urgent ? (
        <ClockCircleOutlined aria-hidden="true" />
      ) : null}{' '}
      {words}
      {withDay ? <span className="due-day"> · {say('due.on', { day: formatDay(on, language) })}</span> : null}
      {provisional ? <span className="due-provisional"> {say('due.provisional')}</span> : null}
    </span>
  )
}
