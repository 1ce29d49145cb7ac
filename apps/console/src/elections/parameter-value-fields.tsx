import { type ParameterKey, shapeOfParameter } from '@gongqiao/modules/elections/machine.ts'
import { Button, Checkbox, InputNumber } from 'antd'
import { useId } from 'react'
import { asNumber, asShare, asSizes, asWomen, type Band } from './parameter-words.tsx'
import { useElectionsSay } from './texts/index.ts'
import { plainWord } from './words.ts'

type Props = { readonly of: ParameterKey; readonly value: unknown; readonly onChange: (value: unknown) => void }

/** The fields of one parameter's value: a number, a share, two thresholds, or a table a band a row. */
export function ParameterValueFields({ of, value, onChange }: Props) {
  const say = useElectionsSay()
  const shape = shapeOfParameter[of]
  switch (shape.is) {
    case 'number':
      return (
        <NumberField
          label={plainWord(say, `unit.${of}`)}
          value={asNumber(value)}
          least={shape.least}
          most={shape.most}
          onChange={onChange}
        />
      )
    case 'share': {
      const share = asShare(value)
      return (
        <div className="parameter-row">
          <NumberField
            label={say('value.parts')}
            value={share.parts}
            onChange={(parts) => onChange({ ...share, parts })}
          />
          <NumberField
            label={say('value.whole')}
            value={share.whole}
            onChange={(whole) => onChange({ ...share, whole })}
          />
        </div>
      )
    }
    case 'womens': {
      const rule = asWomen(value)
      return (
        <div className="parameter-row">
          {(['members', 'employees', 'oneFrom'] as const).map((field) => (
            <NumberField
              key={field}
              label={say(`value.field.${field}`)}
              value={rule[field]}
              onChange={(next) => onChange({ ...rule, [field]: next })}
            />
          ))}
        </div>
      )
    }
    case 'sizes': {
      const { odd, bands } = asSizes(value)
      const write = (next: readonly Band[]) => onChange({ odd, bands: joined(next) })
      return (
        <>
          <Checkbox checked={odd} onChange={({ target }) => onChange({ odd: target.checked, bands })}>
            {say('value.odd')}
          </Checkbox>
          {bands.map((band, index) => (
            <div key={index} className="parameter-row">
              <span className="parameter-from figures">{say('value.band.last', { from: band.from })}</span>
              {band.to === null ? (
                <span className="parameter-from">{say('value.no.end')}</span>
              ) : (
                <NumberField
                  label={say('value.to')}
                  value={band.to}
                  onChange={(to) => write(bands.with(index, { ...band, to }))}
                />
              )}
              {(['min', 'max'] as const).map((field) => (
                <NumberField
                  key={field}
                  label={say(`value.${field}`)}
                  value={band[field]}
                  onChange={(next) => write(bands.with(index, { ...band, [field]: next ?? 0 }))}
                />
              ))}
              {bands.length > 1 ? (
                <Button onClick={() => write(bands.toSpliced(index, 1))}>{say('value.band.drop')}</Button>
              ) : null}
              <Button onClick={() => write(bands.toSpliced(index, 0, { ...band, to: band.from + 1 }))}>
                {say('value.band.add')}
              </Button>
            </div>
          ))}
        </>
      )
    }
    case 'years':
      return null
  }
}

/** The bands with each beginning where the one before ends, and the last without an end. */
function joined(bands: readonly Band[]): Band[] {
  return bands.map((band, index) => {
    const before = index === 0 ? undefined : bands[index - 1]
    const from = before === undefined ? band.from : (before.to ?? before.from) + 1
    return { ...band, from, to: index === bands.length - 1 ? null : band.to }
  })
}

type NumberProps = {
  readonly label: string
  readonly value: number | null
  readonly least?: number
  readonly most?: number
  readonly onChange: (value: number | null) => void
}

function NumberField({ label, value, least = 0, most, onChange }: NumberProps) {
  const id = useId()
  return (
    <label className="parameter-number" htmlFor={id}>
      <span>{label}</span>
      <InputNumber
        id={id}
        min={least}
        {...(most !== undefined && { max: most })}
        precision={0}
        value={value}
        onChange={onChange}
      />
    </label>
  )
}
