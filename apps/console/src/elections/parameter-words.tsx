import { type ParameterKey, shapeOfParameter } from '@gongqiao/modules/elections/machine.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { useElectionsSay } from './texts/index.ts'
import { plainWord, type Say } from './words.ts'

/** A band of a table of sizes, as it is shown and written. */
export type Band = { readonly from: number; readonly to: number | null; readonly min: number; readonly max: number }
export type Sizes = { readonly odd: boolean; readonly bands: readonly Band[] }
export type Share = { readonly parts: number; readonly whole: number }
export type Women = { readonly members: number | null; readonly employees: number | null; readonly oneFrom: number }

/** What a parameter is called. */
export const parameterWord = (say: Say, key: ParameterKey) => plainWord(say, `parameter.${key}`)

/** A parameter's value as somebody reads it; a table as one line a band. */
export function ParameterValue({ of, value }: { of: ParameterKey; value: unknown }) {
  const say = useElectionsSay()
  switch (shapeOfParameter[of].is) {
    case 'number':
      return (
        <span className="figures">
          {say('value.number', { value: asNumber(value), unit: plainWord(say, `unit.${of}`) })}
        </span>
      )
    case 'share': {
      const { parts, whole } = asShare(value)
      return <span className="figures">{say('value.share', { parts, whole })}</span>
    }
    case 'years':
      return <span className="figures">{say('value.years', { years: asYears(value).join(' / ') })}</span>
    case 'womens': {
      const { members, employees, oneFrom } = asWomen(value)
      return (
        <>
          {members === null ? null : <span>{say('value.women.members', { count: members })} </span>}
          {employees === null ? null : <span>{say('value.women.employees', { count: employees })} </span>}
          <span>{say('value.women.one', { count: oneFrom })}</span>
        </>
      )
    }
    case 'sizes': {
      const { odd, bands } = asSizes(value)
      return (
        <>
          {odd ? <p className="soft">{say('value.odd')}</p> : null}
          <ul className="parameter-bands">
            {bands.map(({ from, to, min, max }) => (
              <li key={from} className="figures">
                {from === 0 && to === null
                  ? say('value.band.any')
                  : to === null
                    ? say('value.band.last', { from: formatNumber(from) })
                    : say('value.band', { from: formatNumber(from), to: formatNumber(to) })}{' '}
                {min === max ? say('value.size', { max }) : say('value.sizes', { min, max })}
              </li>
            ))}
          </ul>
        </>
      )
    }
  }
}

/** Safe because the server checks a value against the shape of its key before it keeps it; so are those below. */
export const asNumber = (value: unknown) => value as number
export const asShare = (value: unknown) => value as Share
export const asSizes = (value: unknown) => value as Sizes
export const asWomen = (value: unknown) => value as Women
const asYears = (value: unknown) => value as readonly number[]
