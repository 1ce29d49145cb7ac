import type { InvitationAccepted, InvitationLook } from '@gongqiao/modules/organization/contract.ts'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useLanguage } from '../kit/language.tsx'
import { usePlainApi } from './acting.tsx'
import { acceptInvitation } from './invitation-queries.ts'
import { useInvitationSay } from './invitation-texts.ts'
import { TotpSetUp } from './totp-set-up.tsx'

const passwordLength = 10

/** Name, login, password and second factor of a new officer account. */
export function InvitationForm({
  token,
  look,
  onDone,
}: {
  token: string
  look: InvitationLook
  onDone: (accepted: InvitationAccepted) => void
}) {
  const say = useInvitationSay()
  const language = useLanguage()
  const api = usePlainApi()
  const key = useFormKey()
  const [form, setForm] = useState({ name: look.name, login: '', password: '', code: '' })
  const [tried, setTried] = useState(false)
  const send = useMutation({
    mutationFn: () =>
      acceptInvitation(
        api,
        { token, ticket: look.totp.ticket, ...form, name: form.name.trim(), login: form.login.trim() },
        key.now(),
      ),
    onSuccess: onDone,
    onError: () => {
      key.refused()
      setForm((now) => ({ ...now, code: '' }))
    },
  })
  const told = faultsOf(send.error)
  const missing = {
    name: form.name.trim() === '' ? say('need.name') : null,
    login: form.login.trim() === '' ? say('need.login') : null,
    password: [...form.password].length < passwordLength ? say('need.password') : null,
    code: /^\d{6}$/.test(form.code) ? null : say('need.code'),
  }
  const faultOf = (field: keyof typeof missing) =>
    told.get(`/${field}`) ?? (tried && !send.isError && !send.isPending ? missing[field] : null)

  function edit(change: Partial<typeof form>) {
    key.edited()
    setForm((now) => ({ ...now, ...change }))
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    send.reset()
    if (Object.values(missing).every((fault) => fault === null)) send.mutate()
  }

  return (
    <form onSubmit={submit} noValidate className="sign-in-form">
      <div>
        <p className="invitation-unit">{look.unit}</p>
        <p>{say('for.words', { by: look.invitedBy, title: look.title })}</p>
        <p className="soft">{say('until', { day: formatDay(dayOf(look.expiresAt), language) })}</p>
      </div>
      {send.isError ? <FailureNotice failure={send.error} /> : null}
      <Field id="name" label={say('name')} why={say('name.why')} fault={faultOf('name')}>
        <Input
          {...boundTo('name', faultOf('name'))}
          value={form.name}
          onChange={(event) => edit({ name: event.target.value })}
          autoComplete="name"
          size="large"
        />
      </Field>
      <Field id="login" label={say('login')} why={say('login.why')} fault={faultOf('login')}>
        <Input
          {...boundTo('login', faultOf('login'))}
          value={form.login}
          onChange={(event) => edit({ login: event.target.value })}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          size="large"
        />
      </Field>
      <Field id="password" label={say('password')} why={say('password.why')} fault={faultOf('password')}>
        <Input.Password
          {...boundTo('password', faultOf('password'))}
          value={form.password}
          onChange={(event) => edit({ password: event.target.value })}
          autoComplete="new-password"
          size="large"
        />
      </Field>
      <TotpSetUp totp={look.totp} account={`${look.unit} ${look.name}`} />
      <Field id="totp" label={say('code')} fault={faultOf('code')}>
        <Input
          {...boundTo('totp', faultOf('code'))}
          value={form.code}
          onChange={(event) => edit({ code: event.target.value.replace(/\D/g, '').slice(0, 6) })}
          inputMode="numeric"
          autoComplete="one-time-code"
          className="code-input"
          size="large"
        />
      </Field>
      <Button type="primary" htmlType="submit" size="large" block loading={send.isPending}>
        {say('go')}
      </Button>
    </form>
  )
}
