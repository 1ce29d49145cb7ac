import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useKitSay } from './texts/index.ts'

const formats = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/M/D', 'YYYY年M月D日']

/**
 * A civil day `YYYY-MM-DD` or null, typed or picked, in the page's language.
 *
 * A native date input would speak the browser's language instead of the page's.
 */
export function DayField({
  id,
  value,
  onChange,
  from,
  to,
  faulty,
}: {
  id: string
  value: string | null
  onChange: (day: string | null) => void
  /** The first and last day that can be picked. */
  from?: string
  to?: string
  faulty?: boolean
}) {
  const say = useKitSay()
  return (
    <DatePicker
      id={id}
      value={value === null ? null : dayjs(value)}
      onChange={(day) => onChange(day === null || Array.isArray(day) ? null : day.format('YYYY-MM-DD'))}
      format={formats}
      placeholder={say('day.pick')}
      {...(from === undefined ? {} : { minDate: dayjs(from) })}
      {...(to === undefined ? {} : { maxDate: dayjs(to) })}
      {...(faulty ? { status: 'error' as const } : {})}
      aria-invalid={faulty ?? false}
      aria-describedby={`${id}-words`}
      className="day-field"
    />
  )
}
