import { type TokenScope, tokenScopeNames } from '@gongqiao/modules/organization/machine.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, InputNumber } from 'antd'
import { type FormEvent, useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useActing } from '../session/acting.tsx'
import { makeToken, type TokenWish, tokensQuery } from './queries.ts'
import { useTokensSay } from './texts/index.ts'

/** Asks for a new token: for which program, for what, for how long. */
export function NewTokenForm({ onMade }: { onMade: (secret: string) => void }) {
  const say = useTokensSay()
  const { api, post } = useActing()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly TokenScope[]>(['figures.read'])
  const [days, setDays] = useState<number | null>(90)
  const [tried, setTried] = useState(false)
  const make = useMutation({
    mutationFn: (wish: TokenWish) => makeToken(api, wish),
    onSuccess: async ({ secret }) => {
      setName('')
      setTried(false)
      onMade(secret)
      await client.invalidateQueries({ queryKey: tokensQuery(api).queryKey })
    },
  })
  const said = faultsOf(make.error)
  const noName = name.trim() === '' ? say('name.need') : null
  const noScopes = scopes.length === 0 ? say('scopes.need') : null
  const noDays = days === null || !Number.isInteger(days) || days < 1 || days > 366 ? say('days.need') : null
  const fault = (field: string, own: string | null) => said.get(field) ?? (tried ? own : null)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (noName === null && noScopes === null && noDays === null && days !== null)
      make.mutate({ name: name.trim(), scopes, days })
  }

  return (
    <form className="token-form" onSubmit={submit} noValidate aria-label={say('make')}>
      <p className="soft">{say('as', { unit: post.unit.name, post: post.title })}</p>
      <Field id="token-name" label={say('name')} why={say('name.why')} fault={fault('/name', noName)}>
        <Input
          {...boundTo('token-name', fault('/name', noName))}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field id="token-scopes" label={say('scopes')} why={say('scopes.why')} fault={fault('/scopes', noScopes)} group>
        {tokenScopeNames.map((scope) => (
          <Checkbox
            key={scope}
            className="token-scope"
            checked={scopes.includes(scope)}
            onChange={({ target }) =>
              setScopes(target.checked ? [...scopes, scope] : scopes.filter((other) => other !== scope))
            }
          >
            {say(`scope.${scope}`)} <span className="soft">{say(`scope.${scope}.why`)}</span>
          </Checkbox>
        ))}
      </Field>
      <Field id="token-days" label={say('days')} why={say('days.why')} fault={fault('/days', noDays)}>
        <InputNumber {...boundTo('token-days', fault('/days', noDays))} value={days} onChange={setDays} />
      </Field>
      <Button type="primary" htmlType="submit" loading={make.isPending}>
        {say('make')}
      </Button>
      {make.isError && said.size === 0 ? <FailureNotice failure={make.error} quiet /> : null}
    </form>
  )
}
