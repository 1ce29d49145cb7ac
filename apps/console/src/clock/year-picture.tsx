import { formatDay } from '@gongqiao/ui/format.ts'
import { useLanguage } from '../kit/language.tsx'
import { holidayName } from './rule-words.ts'
import { useClockSay } from './texts/index.ts'
import { kindOf, weeksOf, type YearDays } from './year-days.ts'

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

type Shown = {
  readonly year: number
  readonly days: YearDays
  /** Marks a day; null where the picture is only looked at. */
  readonly onDay: ((day: string) => void) | null
}

/** A year as twelve months: days off, days made up, and what they are called; said in words for whoever does not see it. */
export function YearPicture({ year, days, onDay }: Shown) {
  const say = useClockSay()
  const names = say('months').split(',')
  return (
    <div className="year-picture">
      {months.map((month) => (
        <Month key={month} year={year} month={month} name={names[month - 1] ?? ''} days={days} onDay={onDay} />
      ))}
    </div>
  )
}

function Month({ year, month, name, days, onDay }: Shown & { readonly month: number; readonly name: string }) {
  const say = useClockSay()
  return (
    <table className="year-month">
      <caption>{name}</caption>
      <thead>
        <tr>
          {say('weekdays')
            .split(',')
            .map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr key={week.find((day) => day !== null) ?? name}>
            {week.map((day, index) =>
              day === null ? (
                <td key={index} className="day-out" />
              ) : (
                <DayCell key={day} day={day} days={days} onDay={onDay} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({ day, days, onDay }: Omit<Shown, 'year'> & { readonly day: string }) {
  const say = useClockSay()
  const language = useLanguage()
  const kind = kindOf(days, day)
  const name = days.get(day)?.name ?? null
  const words = { day: formatDay(day, language), kind: say(`kind.${kind}`) }
  const label =
    name === null ? say('day.label', words) : say('day.label.named', { ...words, name: holidayName(say, name) })
  const mark =
    kind === 'makeup_workday' ? say('mark.work') : name !== null || kind === 'adjusted_rest' ? say('mark.rest') : ''
  const inside = (
    <>
      <span aria-hidden="true">{Number(day.slice(8))}</span>
      <span className="day-mark" aria-hidden="true">
        {mark}
      </span>
      <span className="hidden-words">{label}</span>
    </>
  )
  return (
    <td className={`day day-${kind}${name === null ? '' : ' day-named'}`} title={label}>
      {onDay ? (
        <button type="button" aria-pressed={days.has(day)} onClick={() => onDay(day)}>
          {inside}
        </button>
      ) : (
        <span className="day-inside">{inside}</span>
      )}
    </td>
  )
}
