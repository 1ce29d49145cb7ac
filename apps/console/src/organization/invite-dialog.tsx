import type { OfficerInvitation, Unit } from '@gongqiao/modules/organization/contract.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { inviteOfficer } from './invitation-queries.ts'
import { useInvitationsSay } from './invitation-texts.ts'

/** Asks whom to invite to which post of a union, and sends the invitation. */
export function InviteDialog({
  unit,
  level,
  onMade,
  close,
}: {
  unit: string
  level: Unit['level']
  onMade: (made: OfficerInvitation) => void
  close: () => void
}) {
  const say = useInvitationsSay()
  const kit = useKitSay()
  const { api } = useActing()
  const client = useQueryClient()
  const key = useFormKey()
  const [form, setForm] = useState({ figures: false, title: say('title.work'), name: '', phone: '', mail: '' })
  const [tried, setTried] = useState(false)
  const works = level === 'grassroots' || level === 'village' ? 'grassroots_officer' : 'upper_officer'
  const send = useMutation({
    mutationFn: () => {
      const { figures, title, name, phone, mail } = form
      const role = figures ? 'statistician' : works
      const contact = { ...(phone.trim() && { phone: phone.trim() }), ...(mail.trim() && { mail: mail.trim() }) }
      return inviteOfficer(api, unit, { role, title: title.trim(), name: name.trim(), ...contact }, key.now())
    },
    onSuccess: async (made) => {
      onMade(made)
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'invitations'] })
    },
    onError: key.refused,
  })
  const told = faultsOf(send.error)
  const missing = {
    name: form.name.trim() === '' ? say('need.name') : null,
    title: form.title.trim() === '' ? say('need.title') : null,
  }
  const faultOf = (field: 'name' | 'title' | 'phone' | 'mail') =>
    told.get(`/${field}`) ?? (tried && (field === 'name' || field === 'title') ? missing[field] : null)

  function edit(change: Partial<typeof form>) {
    key.edited()
    setForm((now) => ({ ...now, ...change }))
  }
  function go() {
    setTried(true)
    if (missing.name === null && missing.title === null) send.mutate()
  }

  return (
    <Modal
      open
      title={say('invite')}
      okText={say('send')}
      cancelText={kit('cancel')}
      onOk={go}
      onCancel={close}
      confirmLoading={send.isPending}
    >
      <div className="invite-form">
        <Field id="invite-name" label={say('name')} fault={faultOf('name')}>
          <Input
            {...boundTo('invite-name', faultOf('name'))}
            value={form.name}
            onChange={(event) => edit({ name: event.target.value })}
            autoComplete="off"
          />
        </Field>
        <Field id="invite-role" label={say('role')} group>
          <Radio.Group
            value={form.figures}
            onChange={(event) => {
              const figures: boolean = event.target.value
              edit({ figures, title: say(figures ? 'title.figures' : 'title.work') })
            }}
            options={[
              { value: false, label: say('role.work') },
              { value: true, label: say('role.figures') },
            ]}
          />
        </Field>
        <Field id="invite-title" label={say('title.label')} fault={faultOf('title')}>
          <Input
            {...boundTo('invite-title', faultOf('title'))}
            value={form.title}
            maxLength={30}
            onChange={(event) => edit({ title: event.target.value })}
          />
        </Field>
        <Field id="invite-phone" label={say('phone')} why={say('phone.why')} fault={faultOf('phone')}>
          <Input
            {...boundTo('invite-phone', faultOf('phone'))}
            value={form.phone}
            onChange={(event) => edit({ phone: event.target.value })}
            inputMode="tel"
            autoComplete="off"
          />
        </Field>
        <Field id="invite-mail" label={say('mail')} why={say('mail.why')} fault={faultOf('mail')}>
          <Input
            {...boundTo('invite-mail', faultOf('mail'))}
            value={form.mail}
            onChange={(event) => edit({ mail: event.target.value })}
            inputMode="email"
            autoComplete="off"
          />
        </Field>
      </div>
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
    </Modal>
  )
}
