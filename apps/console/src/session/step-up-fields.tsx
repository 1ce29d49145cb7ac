import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { boundTo, Field } from '../kit/field.tsx'
import { useActing } from './acting.tsx'
import { stepUp } from './queries.ts'
import { useSessionSay } from './texts/index.ts'

const place = ['step-up']
/** A proof that is about to end counts as ended. */
const sparedMs = 20_000

/** What an officer types to prove once more who they are 再次验证. */
export type StepUp = {
  readonly password: string
  readonly code: string
  setPassword(password: string): void
  setCode(code: string): void
  /** Both fields are filled as they have to be. */
  readonly ready: boolean
  /** Sends it. Throws what the server refuses; the code is used up either way. */
  prove(): Promise<void>
  /** The server no longer knows of a proof. */
  forget(): void
}

/** Whether this session has proved lately who it is, so that nobody is asked twice within five minutes. */
export function hasSteppedUp(client: QueryClient): boolean {
  const until = client.getQueryData<number>(place)
  return until !== undefined && until - sparedMs > Date.now()
}

/** Holds what is typed until it is sent. */
export function useStepUp(): StepUp {
  const { api } = useActing()
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  return {
    password,
    code,
    setPassword,
    setCode,
    ready: password !== '' && /^\d{6}$/.test(code),
    async prove() {
      setCode('')
      const { until } = await stepUp(api, password, code)
      client.setQueryData(place, Date.parse(until))
    },
    forget: () => client.removeQueries({ queryKey: place }),
  }
}

/** The two fields of a proof: password and six digits. */
export function StepUpFields({ proof, tried }: { proof: StepUp; tried: boolean }) {
  const say = useSessionSay()
  const noPassword = tried && proof.password === '' ? say('need.password') : null
  const noCode = tried && !/^\d{6}$/.test(proof.code) ? say('need.code') : null
  return (
    <>
      <Field id="step-up-password" label={say('password')} fault={noPassword}>
        <Input.Password
          {...boundTo('step-up-password', noPassword)}
          value={proof.password}
          onChange={(event) => proof.setPassword(event.target.value)}
          autoComplete="current-password"
          size="large"
        />
      </Field>
      <Field id="step-up-code" label={say('code')} why={say('code.where')} fault={noCode}>
        <Input
          {...boundTo('step-up-code', noCode)}
          value={proof.code}
          onChange={(event) => proof.setCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
          inputMode="numeric"
          autoComplete="one-time-code"
          size="large"
        />
      </Field>
    </>
  )
}
