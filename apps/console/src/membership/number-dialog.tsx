import { identityKind } from '@gongqiao/codes'
import type { MemberView } from '@gongqiao/modules/membership/contract.ts'
import type { IdentityKind, Sex } from '@gongqiao/modules/people/contract.ts'
import { dayOf } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { DayField } from '../kit/day-field.tsx'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useLanguage } from '../kit/language.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { correctNumber, memberQuery, type NumberGiven } from './queries.ts'
import { ScanField } from './scan-field.tsx'
import { useMembershipSay } from './texts/index.ts'
import { asksBirthAndSex, offeredKinds } from './window-form.ts'
import './window.css'

const sexes: readonly Sex[] = ['male', 'female']

/** A wrong document number: staff type what the document says, with the document itself scanned in. */
export function NumberDialog({ view, close }: { view: MemberView; close: () => void }) {
  const say = useMembershipSay()
  const kit = useKitSay()
  const language = useLanguage()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const [kind, setKind] = useState<IdentityKind>(view.identityKind)
  const [number, setNumber] = useState('')
  const [birthDate, setBirthDate] = useState<string | null>(null)
  const [sex, setSex] = useState<Sex | null>(null)
  const [file, setFile] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const correct = useMutation({
    mutationFn: (given: NumberGiven) => correctNumber(api, view, given, key.now()),
    onSuccess: (after) => {
      client.setQueryData(memberQuery(api, view).queryKey, after)
      message.success(say('number.done', { name: after.name, mask: after.identityMask }))
      close()
    },
    onError: key.refused,
  })
  const faults = faultsOf(correct.error)
  const further = asksBirthAndSex(kind)
  const numberFault = faults.get('/identityNumber') ?? (tried && number.trim() === '' ? say('number.need') : null)
  const fileFault = faults.get('/file') ?? (tried && file === null ? say('proof.need.paper') : null)

  function edited(change: () => void) {
    key.edited()
    if (correct.isError) correct.reset()
    change()
  }
  function go() {
    setTried(true)
    if (number.trim() === '' || file === null) return
    correct.mutate({
      identityKind: kind,
      identityNumber: number.trim(),
      ...(further && birthDate !== null ? { birthDate } : {}),
      ...(further && sex !== null ? { sex } : {}),
      file,
    })
  }

  return (
    <Modal
      open
      title={say('number.title', { name: view.name })}
      okText={say('number.go')}
      cancelText={kit('cancel')}
      onOk={go}
      onCancel={close}
      confirmLoading={correct.isPending}
    >
      <div className="window-column">
        <Field id="new-kind" label={say('window.kind')}>
          <Select
            {...boundTo('new-kind', null)}
            value={kind}
            onChange={(chosen: IdentityKind) => edited(() => setKind(chosen))}
            options={offeredKinds.map((value) => ({ value, label: nameOf(language, 'identity', value) }))}
            className="wide"
          />
        </Field>
        <Field id="new-number" label={say('number.new')} why={identityKind(kind).shape[language]} fault={numberFault}>
          <Input
            {...boundTo('new-number', numberFault)}
            value={number}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            className="figures"
            onChange={(event) => {
              const typed = event.target.value.toUpperCase()
              edited(() => setNumber(typed))
            }}
          />
        </Field>
        {further ? (
          <>
            <Field id="new-birth" label={say('window.birth')} fault={faults.get('/birthDate') ?? null}>
              <DayField
                id="new-birth"
                value={birthDate}
                onChange={(day) => edited(() => setBirthDate(day))}
                to={dayOf(Date.now())}
                faulty={faults.has('/birthDate')}
              />
            </Field>
            <Field id="new-sex" label={say('window.sex')} fault={faults.get('/sex') ?? null} group>
              <Radio.Group
                name="new-sex"
                value={sex}
                onChange={(event) => edited(() => setSex(sexes.find((one) => one === event.target.value) ?? null))}
                options={sexes.map((value) => ({ value, label: nameOf(language, 'sex', value) }))}
              />
            </Field>
          </>
        ) : null}
        <ScanField label={say('number.scan')} fault={fileFault} onStored={(stored) => edited(() => setFile(stored))} />
        <div className="follows">
          <p>{say('follows')}</p>
          <ul>
            <li>{say('number.follow.held')}</li>
            <li>{say('number.follow.told')}</li>
          </ul>
        </div>
        {correct.isError && faults.size === 0 ? <FailureNotice failure={correct.error} quiet /> : null}
      </div>
    </Modal>
  )
}
