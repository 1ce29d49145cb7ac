import type { JoiningCode } from '@gongqiao/modules/membership/contract.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, InputNumber } from 'antd'
import { type FormEvent, useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useActing } from '../session/acting.tsx'
import { joiningCodesQuery, makeJoiningCode } from './queries.ts'
import { useMembershipSay } from './texts/index.ts'

/** Makes a joining code: what to call it, and how long it works (1 to 365 days). */
export function NewCodeForm({ unit, onMade }: { unit: string; onMade: (code: JoiningCode) => void }) {
  const say = useMembershipSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const [label, setLabel] = useState('')
  const [days, setDays] = useState<number | null>(90)
  const [tried, setTried] = useState(false)
  const make = useMutation({
    mutationFn: (body: { label: string; validDays: number }) => makeJoiningCode(api, unit, body, key.now()),
    onSuccess: async (code) => {
      key.done()
      setLabel('')
      setTried(false)
      message.success(say('codes.made', { label: code.label }))
      await client.invalidateQueries({ queryKey: joiningCodesQuery(api, unit).queryKey })
      onMade(code)
    },
    onError: key.refused,
  })
  const said = faultsOf(make.error)
  const noLabel = label.trim() === '' ? say('codes.need.label') : null
  const noDays = days === null || !Number.isInteger(days) || days < 1 || days > 365 ? say('codes.need.days') : null
  const labelFault = said.get('/label') ?? (tried ? noLabel : null)
  const daysFault = said.get('/validDays') ?? (tried ? noDays : null)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (noLabel === null && noDays === null && days !== null) make.mutate({ label: label.trim(), validDays: days })
  }

  return (
    <form className="code-form" onSubmit={submit} noValidate aria-label={say('codes.new')}>
      <Field id="code-label" label={say('codes.label')} why={say('codes.label.why')} fault={labelFault}>
        <Input
          {...boundTo('code-label', labelFault)}
          value={label}
          maxLength={60}
          onChange={(event) => {
            key.edited()
            if (make.isError) make.reset()
            setLabel(event.target.value)
          }}
        />
      </Field>
      <Field id="code-days" label={say('codes.days')} why={say('codes.days.why')} fault={daysFault}>
        <InputNumber
          {...boundTo('code-days', daysFault)}
          value={days}
          onChange={(next) => {
            key.edited()
            setDays(next)
          }}
        />
      </Field>
      <Button type="primary" htmlType="submit" loading={make.isPending}>
        {say('codes.make')}
      </Button>
      {make.isError && said.size === 0 ? <FailureNotice failure={make.error} quiet /> : null}
    </form>
  )
}
