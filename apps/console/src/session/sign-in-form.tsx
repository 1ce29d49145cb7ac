import type { OfficerSelf } from '@gongqiao/modules/organization/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { usePlainApi } from './acting.tsx'
import { signIn, signInTotp } from './queries.ts'
import { signingIn } from './query-client.ts'
import { useSessionSay } from './texts/index.ts'

/** Login and password, then the six digits of the authenticator. */
export function SignInForm({ onSignedIn }: { onSignedIn: (self: OfficerSelf) => void }) {
  const [passed, setPassed] = useState(false)
  if (passed) return <CodeStep onSignedIn={onSignedIn} back={() => setPassed(false)} />
  return <PasswordStep onPassed={() => setPassed(true)} />
}

function PasswordStep({ onPassed }: { onPassed: () => void }) {
  const say = useSessionSay()
  const api = usePlainApi()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const step = useMutation({
    mutationFn: () => signIn(api, login.trim(), password),
    meta: signingIn,
    onSuccess: onPassed,
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (login.trim() !== '' && password !== '') step.mutate()
  }

  const noLogin = tried && login.trim() === '' ? say('need.login') : null
  const noPassword = tried && password === '' ? say('need.password') : null
  return (
    <form onSubmit={submit} noValidate className="sign-in-form">
      {step.isError ? <FailureNotice failure={step.error} /> : null}
      <Field id="login" label={say('login')} fault={noLogin}>
        <Input
          {...boundTo('login', noLogin)}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          size="large"
          autoFocus
        />
      </Field>
      <Field id="password" label={say('password')} fault={noPassword}>
        <Input.Password
          {...boundTo('password', noPassword)}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoComplete="current-password"
          size="large"
        />
      </Field>
      <Button type="primary" htmlType="submit" size="large" block loading={step.isPending}>
        {say('next')}
      </Button>
    </form>
  )
}

function CodeStep({ onSignedIn, back }: { onSignedIn: (self: OfficerSelf) => void; back: () => void }) {
  const say = useSessionSay()
  const api = usePlainApi()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const step = useMutation({
    mutationFn: () => signInTotp(api, code),
    meta: signingIn,
    onSuccess: onSignedIn,
    onError: () => setCode(''),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (/^\d{6}$/.test(code)) step.mutate()
  }

  const noCode = tried && !step.isError && !step.isPending && !/^\d{6}$/.test(code) ? say('need.code') : null
  return (
    <form onSubmit={submit} noValidate className="sign-in-form">
      {step.isError ? <FailureNotice failure={step.error} /> : null}
      <Field id="totp" label={say('code')} why={say('code.where')} fault={noCode}>
        <Input
          {...boundTo('totp', noCode)}
          value={code}
          onChange={(event) => setCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
          inputMode="numeric"
          autoComplete="one-time-code"
          className="code-input"
          size="large"
          autoFocus
        />
      </Field>
      <Button type="primary" htmlType="submit" size="large" block loading={step.isPending}>
        {say('code.go')}
      </Button>
      <Button type="link" onClick={back} block>
        {say('code.back')}
      </Button>
    </form>
  )
}
