import type { RegistrationView } from '@gongqiao/modules/organization/contract.ts'
import { affiliations, type RegistrationWish, registrationChanges } from '@gongqiao/modules/organization/machine.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { Field } from '../kit/field.tsx'
import { Loading } from '../kit/states.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { ChoiceInput, DayInput, TextInput } from './inputs.tsx'
import { draftQuery } from './queries.ts'
import { formOf, missingIn, type Typed, typedOf } from './registration-fields.ts'
import { RegistrationForm } from './registration-form.tsx'
import { useFoundingSay } from './texts/index.ts'
import { useStep } from './use-step.ts'

/** Applies for a registration: what the network knows is filled in, and the rest is asked. */
export function ApplyForm({ unit, wish, close }: { unit: string; wish: RegistrationWish; close: () => void }) {
  const say = useFoundingSay()
  const kit = useKitSay()
  const { api } = useActing()
  const draft = useQuery(draftQuery(api, unit, wish))
  const { send, edited } = useStep<RegistrationView>(`/api/units/${unit}/registrations`, close)
  const [changed, setTyped] = useState<Typed | null>(null)
  const [affiliation, setAffiliation] = useState<(typeof affiliations)[number]>('local')
  const [changedOn, setChangedOn] = useState<string | null>(null)
  const [changes, setChanges] = useState<readonly string[]>([])
  const [clearedNumber, setClearedNumber] = useState('')
  const [clearedOn, setClearedOn] = useState<string | null>(null)
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  if (draft.isError) return <FailureNotice failure={draft.error} />
  if (draft.isPending) return <Loading what={say('reg.loading')} />
  const typed = changed ?? typedOf({ ...draft.data.known })
  const missing = missingIn(typed)
  const said = faultsOf(send.error)
  const faultAt = (place: string) =>
    said.get(`/form/${place.replace('.', '/')}`) ?? (tried && missing.includes(place) ? say('form.need') : null)

  function go() {
    setTried(true)
    if (missing.length > 0) {
      document.getElementById(`form-${missing[0]}`)?.focus()
      return
    }
    send.mutate({
      ...{ wish, affiliation, form: formOf(typed) },
      ...(wish === 'change' && { changes, ...(changedOn !== null && { changedOn }) }),
      ...(wish === 'cancellation' && {
        ...(clearedNumber.trim() !== '' && { clearedNumber: clearedNumber.trim() }),
        ...(clearedOn !== null && { clearedOn }),
        ...(because.trim() !== '' && { because: because.trim() }),
      }),
    })
  }

  return (
    <section className="founding-form" aria-label={say('apply.title', { wish: say(`wish.${wish}`) })}>
      <h3>{say('apply.title', { wish: say(`wish.${wish}`) })}</h3>
      <p>{say('apply.to', { registrar: draft.data.registrar.name })}</p>
      <p className="soft">{say('apply.known')}</p>
      <h4>{say('part.wish')}</h4>
      <div className="field-grid">
        <ChoiceInput
          id="apply-affiliation"
          label={say('affiliation')}
          why={say('affiliation.why')}
          value={affiliation}
          onChange={setAffiliation}
          choices={affiliations.map((value) => ({ value, label: say(`affiliation.${value}`) }))}
        />
        {wish === 'change' ? (
          <>
            <DayInput
              id="apply-changed-on"
              label={say('changedOn')}
              fault={said.get('/changedOn')}
              value={changedOn}
              onChange={setChangedOn}
            />
            <Field id="apply-changes" label={say('changes')} fault={said.get('/changes') ?? null} group>
              <Checkbox.Group
                value={[...changes]}
                onChange={(next) => setChanges(next.map(String))}
                options={registrationChanges.map((value) => ({ value, label: say(`change.${value}`) }))}
              />
            </Field>
          </>
        ) : null}
        {wish === 'cancellation' ? (
          <>
            <TextInput
              id="apply-cleared"
              label={say('clearedNumber')}
              why={say('cleared.why')}
              fault={said.get('/clearedNumber')}
              value={clearedNumber}
              onChange={setClearedNumber}
              most={60}
            />
            <DayInput
              id="apply-cleared-on"
              label={say('clearedOn')}
              fault={said.get('/clearedOn')}
              value={clearedOn}
              onChange={setClearedOn}
            />
            <TextInput id="apply-because" label={say('because')} value={because} onChange={setBecause} />
          </>
        ) : null}
      </div>
      <RegistrationForm
        typed={typed}
        onChange={(next) => {
          edited()
          setTyped(next)
        }}
        faultAt={faultAt}
      />
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
      <div className="toolbar">
        <Button type="primary" onClick={go} loading={send.isPending}>
          {say('apply.send')}
        </Button>
        <Button onClick={close}>{kit('cancel')}</Button>
      </div>
    </section>
  )
}
