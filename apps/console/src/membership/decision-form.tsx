import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { Button } from 'antd'
import { DayField } from '../kit/day-field.tsx'
import { Field } from '../kit/field.tsx'
import { useLanguage } from '../kit/language.tsx'
import { usePreference } from '../kit/preference.ts'
import { type DecisionFault, firstDay } from './decision-day.ts'
import { useMembershipSay } from './texts/index.ts'

/** The day the committee decided, kept on this device for the next dialog: one meeting decides many. */
export function useLastDecision() {
  return usePreference<string | null>('last-decision', null, (kept) =>
    typeof kept === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(kept) ? kept : null,
  )
}

/** Asks for the committee's decision day, with why it is asked and the day used last. @see MEM-11 */
export function DecisionForm({
  value,
  onChange,
  openedAt,
  fault,
  faultText,
}: {
  value: string | null
  onChange: (day: string | null) => void
  openedAt: readonly string[]
  fault: DecisionFault | null
  /** The server's own words for this field. */
  faultText?: string | undefined
}) {
  const say = useMembershipSay()
  const language = useLanguage()
  const [last] = useLastDecision()
  const today = dayOf(Date.now())
  const first = firstDay(openedAt)
  const offers = [...new Set([last, today])].filter(
    (day) => day !== null && day >= first && day <= today && day !== value,
  )
  return (
    <Field
      id="decided-on"
      label={say('decision.label')}
      why={say('decision.why', { first: formatDay(first, language) })}
      fault={faultText ?? (fault === null ? null : say(`decision.fault.${fault}`))}
    >
      <div className="decision">
        <DayField
          id="decided-on"
          value={value}
          onChange={onChange}
          from={first}
          to={today}
          faulty={fault !== null || faultText !== undefined}
        />
        {offers.map((day) =>
          day === null ? null : (
            <Button key={day} onClick={() => onChange(day)}>
              {day === today ? say('decision.today') : say('decision.last', { day: formatDay(day, language) })}
            </Button>
          ),
        )}
      </div>
    </Field>
  )
}
