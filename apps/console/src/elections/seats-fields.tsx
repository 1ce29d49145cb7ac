import { type Body, bodies } from '@gongqiao/modules/elections/machine.ts'
import { InputNumber } from 'antd'
import { Field } from '../kit/field.tsx'
import { useElectionsSay } from './texts/index.ts'
import { bodyWord } from './words.ts'

type Numbers = { readonly [B in Body]?: number | null }
type Props = {
  readonly seats: Numbers
  /** Places on the final list of a preliminary vote; of a body that has none, nothing. */
  readonly places: Numbers
  readonly why: string | undefined
  readonly fault: string | null | undefined
  readonly listFault: (body: Body) => string | null | undefined
  readonly onChange: (next: { readonly seats?: Numbers; readonly places?: Numbers }) => void
}

/** How many of each body are elected, and how many a preliminary vote puts on the final list, where one is held. */
export function SeatsFields({ seats, places, why, fault, listFault, onChange }: Props) {
  const say = useElectionsSay()
  const elected = bodies.filter((body) => (seats[body] ?? 0) > 0)
  return (
    <>
      <Field id="plan-seats" label={say('plan.seats')} why={why} fault={fault} group>
        <div className="seat-fields">
          {bodies.map((body) => (
            <label key={body} className="seat-field" htmlFor={`seats-${body}`}>
              <span>{bodyWord(say, body)}</span>
              <InputNumber
                id={`seats-${body}`}
                min={0}
                max={body === 'chair' ? 1 : 200}
                precision={0}
                value={seats[body] ?? 0}
                onChange={(next) => onChange({ seats: { ...seats, [body]: next ?? 0 } })}
              />
            </label>
          ))}
        </div>
      </Field>
      {elected.length === 0 ? null : (
        <Field
          id="plan-places"
          label={say('plan.places')}
          why={say('plan.places.why')}
          fault={elected.map(listFault).find(Boolean)}
          group
        >
          <div className="seat-fields">
            {elected.map((body) => (
              <label key={body} className="seat-field" htmlFor={`places-${body}`}>
                <span>{bodyWord(say, body)}</span>
                <InputNumber
                  id={`places-${body}`}
                  min={seats[body] ?? 1}
                  max={299}
                  precision={0}
                  placeholder={say('plan.places.none')}
                  value={places[body] ?? null}
                  onChange={(next) => onChange({ places: { ...places, [body]: next } })}
                />
              </label>
            ))}
          </div>
        </Field>
      )}
    </>
  )
}
