import { HistoryOutlined } from '@ant-design/icons'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { Button, Segmented } from 'antd'
import { type AsOf, dayBefore } from './as-of.ts'
import { DayField } from './day-field.tsx'
import { useLanguage } from './language.tsx'
import { useKitSay } from './texts/index.ts'
import './as-of.css'

/** A past day to look at, and whether as known then or as corrected since; closed it is one quiet button. */
export function AsOfBar({ asOf: { on, known }, onChange }: { asOf: AsOf; onChange: (asOf: AsOf) => void }) {
  const say = useKitSay()
  const language = useLanguage()
  const yesterday = dayBefore(dayOf(Date.now()))
  if (on === undefined)
    return (
      <Button type="text" icon={<HistoryOutlined />} className="no-print" onClick={() => onChange({ on: yesterday })}>
        {say('past.open')}
      </Button>
    )
  return (
    <fieldset className="as-of">
      <legend className="hidden-words">{say('past.open')}</legend>
      <strong>{say('past.on', { day: formatDay(on, language) })}</strong>
      <label htmlFor="past-day" className="hidden-words">
        {say('past.day')}
      </label>
      <DayField
        id="past-day"
        value={on}
        to={yesterday}
        onChange={(day) => onChange(day === null ? {} : { on: day, known })}
      />
      <Segmented
        aria-label={say('past.known')}
        value={known ?? 'then'}
        options={[
          { value: 'then', label: say('past.then') },
          { value: 'now', label: say('past.now') },
        ]}
        onChange={(value) => onChange({ on, known: value === 'now' ? 'now' : undefined })}
      />
      <Button onClick={() => onChange({})}>{say('past.close')}</Button>
      <p id="past-day-words" className="soft">
        {say(known === 'now' ? 'past.now.why' : 'past.then.why')}
      </p>
    </fieldset>
  )
}
