import { Input } from 'antd'
import { faultsOf } from '../kit/failure.ts'
import { boundTo, Field } from '../kit/field.tsx'
import { useTransferSay } from './texts/index.ts'

/** Name and number of somebody, as staff type them. */
export type Who = { readonly name: string; readonly identityNumber: string }

/** The words for a field that the server named as wrong, if it did. */
export const faultAt = (failure: unknown, field: string): string | null =>
  faultsOf(failure).get(`/${field}`) ?? faultsOf(failure).get(field) ?? null

/** Tells whether both fields say something; the server judges what. */
export const saysWho = ({ name, identityNumber }: Who): boolean => name.trim() !== '' && identityNumber.trim() !== ''

type Props = { who: Who; failure: unknown; tried: boolean; onChange: (who: Who) => void }

/** The two fields that say who somebody is; what is empty is named once it was tried to send them. */
export function WhoFields({ who, failure, tried, onChange }: Props) {
  const say = useTransferSay()
  const missing = (text: string, words: string) => (tried && text.trim() === '' ? words : null)
  const name = missing(who.name, say('nameNeeded')) ?? faultAt(failure, 'name')
  const number = missing(who.identityNumber, say('numberNeeded')) ?? faultAt(failure, 'identityNumber')
  return (
    <>
      <Field id="who-name" label={say('name')} fault={name}>
        <Input
          {...boundTo('who-name', name)}
          autoComplete="off"
          maxLength={60}
          value={who.name}
          onChange={(event) => onChange({ ...who, name: event.target.value })}
        />
      </Field>
      <Field id="who-number" label={say('number')} fault={number}>
        <Input
          {...boundTo('who-number', number)}
          autoComplete="off"
          maxLength={40}
          value={who.identityNumber}
          onChange={(event) => onChange({ ...who, identityNumber: event.target.value })}
        />
      </Field>
    </>
  )
}
