import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { daysInMonth, partsOf, toDay } from './day-parts.ts'
import { kitTexts } from './texts/index.ts'

type DayPickerProps = {
  id: string
  /** `YYYY-MM-DD`, with empty parts while it is being chosen: `1990--`. */
  value: string
  onValue: (value: string) => void
  firstYear: number
  lastYear: number
  describedBy?: string | undefined
  invalid?: boolean
}

/** A day in three selects: native date inputs follow the browser's language, not the page's. */
export function DayPicker({ id, value, onValue, firstYear, lastYear, describedBy, invalid }: DayPickerProps) {
  const t = useSpeak(kitTexts)
  const { language } = usePreferences()
  const parts = partsOf(value)
  const choices = {
    year: span(firstYear, lastYear).reverse(),
    month: span(1, 12),
    day: span(1, daysInMonth(parts.year, parts.month)),
  }
  const order = language === 'zh' ? (['year', 'month', 'day'] as const) : (['day', 'month', 'year'] as const)
  return (
    <div className="day-picker">
      {order.map((part, place) => (
        <label key={part} className="day-part">
          <span>{t(part)}</span>
          <select
            id={place === 0 ? id : undefined}
            value={parts[part]}
            aria-describedby={describedBy}
            aria-invalid={invalid ? true : undefined}
            onChange={(event) => onValue(toDay({ ...parts, [part]: event.currentTarget.value }))}
          >
            <option value="">—</option>
            {choices[part].map((number) => (
              <option key={number} value={String(number).padStart(part === 'year' ? 4 : 2, '0')}>
                {number}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  )
}

function span(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step)
}
