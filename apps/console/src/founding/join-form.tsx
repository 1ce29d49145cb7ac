import type { FoundingView, UnitHit } from '@gongqiao/modules/organization/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { searchQuery } from '../organization/queries.ts'
import { useActing } from '../session/acting.tsx'
import { foundingAt } from './queries.ts'
import { StepEnd } from './step-end.tsx'
import { useFoundingSay } from './texts/index.ts'
import { useStep } from './use-step.ts'

/** Chooses the joint union that will cover the employer. */
export function JoinForm({ view, step, close }: { view: FoundingView; step: string; close: () => void }) {
  const say = useFoundingSay()
  const { api, post } = useActing()
  const { send, edited } = useStep<FoundingView>(`${foundingAt(view)}/joining`, close)
  const [text, setText] = useState('')
  const [unit, setUnit] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const found = useQuery({ ...searchQuery(api, text, post.unit.id), enabled: text.trim() !== '' })
  const hits: readonly UnitHit[] = found.data?.items ?? []
  const fault = tried && unit === null ? say('form.need') : null
  return (
    <>
      <Field id="join-unit" label={say('joint')} why={say('joint.why')} fault={fault}>
        <Select<string>
          {...boundTo('join-unit', fault)}
          showSearch={{ filterOption: false, onSearch: setText }}
          value={unit}
          onChange={(value) => {
            edited()
            setUnit(value)
          }}
          options={hits.map((hit) => ({ value: hit.unit.id, label: hit.unit.name }))}
          notFoundContent={text.trim() === '' ? null : say('joint.none')}
          style={{ width: '100%', maxWidth: 480 }}
        />
      </Field>
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
      <StepEnd
        step={step}
        busy={send.isPending}
        close={close}
        go={() => {
          setTried(true)
          if (unit !== null) send.mutate({ unit })
        }}
      />
    </>
  )
}
