import { Input } from 'antd'
import { faultsOf } from '../kit/failure.ts'
import { boundTo, Field } from '../kit/field.tsx'
import { useTransferSay } from './texts/index.ts'

/** Name and number of somebody, as staff type them. */
export type Who = { readonly name: string; readonly identityNumber: string }

/** The words for a field that the server named as wrong, if it did. */
export const faultAt = (failure: unknown, field: string): string | null =>
  faultsOf(failure).get(`/${field}`) ?? faultsOf(failure).get(field) ?? null

/** The two fields that say who somebody is. */
export function WhoFields({ who, failure, onChange }: { who: Who; failure: unknown; onChange: (who: Who) => void }) {
  const say = useTransferSay()
  const [name, number] = [faultAt(failure, 'name'), faultAt(failure, 'identityNumber')]
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
