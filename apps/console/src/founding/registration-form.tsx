import { employerNatures } from '@gongqiao/modules/organization/machine.ts'
import { Checkbox } from 'antd'
import { ChoiceInput, CountInput, DayInput, TextInput } from './inputs.tsx'
import { formParts, humanParts, type Typed } from './registration-fields.ts'
import { useFoundingSay } from './texts/index.ts'

/** The application form, part by part; what is known stands in it already. */
export function RegistrationForm({
  typed,
  onChange,
  faultAt,
}: {
  typed: Typed
  onChange: (typed: Typed) => void
  /** What is wrong at a place of the form, in words. */
  faultAt: (place: string) => string | null
}) {
  const say = useFoundingSay()
  const set = (place: string) => (value: Typed[string]) => onChange({ ...typed, [place]: value })
  const textAt = (place: string) => String(typed[place] ?? '')
  const dayAt = (place: string) => (typeof typed[place] === 'string' && typed[place] !== '' ? typed[place] : null)
  const countAt = (place: string) => (typeof typed[place] === 'number' ? typed[place] : null)

  function control(place: string, kind: string, label: string) {
    const common = { id: `form-${place}`, label, fault: faultAt(place) }
    switch (kind) {
      case 'day':
        return <DayInput key={place} {...common} value={dayAt(place)} onChange={set(place)} />
      case 'count':
        return <CountInput key={place} {...common} value={countAt(place)} onChange={set(place)} />
      case 'years':
        return (
          <ChoiceInput<number>
            key={place}
            {...common}
            value={countAt(place)}
            onChange={set(place)}
            choices={([3, 5] as const).map((value) => ({ value, label: say(`term.${value}`) }))}
          />
        )
      case 'nature':
        return (
          <ChoiceInput<string>
            key={place}
            {...common}
            value={dayAt(place)}
            onChange={set(place)}
            choices={employerNatures.map((value) => ({ value, label: say(`nature.${value}`) }))}
          />
        )
      case 'sex':
        return (
          <ChoiceInput<string>
            key={place}
            {...common}
            value={dayAt(place)}
            onChange={set(place)}
            choices={(['male', 'female'] as const).map((value) => ({ value, label: say(`sex.${value}`) }))}
          />
        )
      case 'yes':
        return (
          <div key={place} className="field">
            <Checkbox
              id={`form-${place}`}
              checked={typed[place] === true}
              onChange={({ target }) => set(place)(target.checked)}
            >
              {label}
            </Checkbox>
            {common.fault ? <p className="field-fault">{common.fault}</p> : null}
          </div>
        )
      default:
        return <TextInput key={place} {...common} value={textAt(place)} onChange={set(place)} />
    }
  }

  return (
    <>
      {formParts.map(([part, fields]) => (
        <section key={part} aria-labelledby={`form-part-${part}`}>
          <h4 id={`form-part-${part}`}>
            {say(`part.${part}`)}
            {part === 'income' || part === 'funds' ? say('yuan') : part === 'premises' ? say('metres') : ''}
          </h4>
          <div className="field-grid">{fields.map(([field, kind]) => control(field, kind, say(`f.${field}`)))}</div>
        </section>
      ))}
      {humanParts.map(([part, fields]) => (
        <section key={part} aria-labelledby={`form-part-${part}`}>
          <h4 id={`form-part-${part}`}>{say(`part.${part}`)}</h4>
          <div className="field-grid">
            {fields.map(([field, kind]) => control(`${part}.${field}`, kind, say(`h.${field}`)))}
          </div>
        </section>
      ))}
    </>
  )
}
