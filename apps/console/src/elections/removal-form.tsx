import type { SmallMatter } from '@gongqiao/modules/elections/contract.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Radio } from 'antd'
import { type FormEvent, useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { useUnit } from '../shell/unit-context.tsx'
import { electionsQuery } from './queries.ts'
import { useElectionsSay } from './texts/index.ts'

/** Brings forward the removal of a chair or vice-chair. */
export function RemovalForm({ close }: { close: () => void }) {
  const say = useElectionsSay()
  const kit = useKitSay()
  const { api } = useActing()
  const unit = useUnit()
  const client = useQueryClient()
  const navigate = useNavigate()
  const key = useFormKey()
  const [name, setName] = useState('')
  const [post, setPost] = useState<'chair' | 'vice_chair'>('chair')
  const [electorate, setElectorate] = useState<'members' | 'delegates'>('members')
  const [reason, setReason] = useState('')
  const make = useMutation({
    mutationFn: (body: object) => api.send<SmallMatter>(`/api/units/${unit.id}/removals`, body, key.now()),
    onSuccess: async ({ cell, matter }) => {
      key.done()
      await client.invalidateQueries({ queryKey: electionsQuery(api, unit.id).queryKey })
      await navigate({
        to: '/units/$unit/elections/$cell/$matter/removal',
        params: { unit: unit.id, cell: String(cell), matter },
      })
    },
    onError: key.refused,
  })
  const said = faultsOf(make.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    make.mutate({ unit: unit.id, name: name.trim(), post, electorate, reason: reason.trim() })
  }

  return (
    <form
      className="election-form"
      onSubmit={submit}
      noValidate
      aria-label={say('removal.title')}
      onChange={key.edited}
    >
      <h2>{say('removal.title')}</h2>
      <p className="soft">{say('removal.words')}</p>
      <Field id="removal-name" label={say('removal.name')} fault={said.get('/name')}>
        <Input
          {...boundTo('removal-name', said.get('/name'))}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field id="removal-post" label={say('removal.post')} group>
        <Radio.Group
          value={post}
          onChange={(event) => setPost(event.target.value === 'vice_chair' ? 'vice_chair' : 'chair')}
          options={(['chair', 'vice_chair'] as const).map((value) => ({ value, label: say(`body.${value}`) }))}
        />
      </Field>
      <Field id="removal-voters" label={say('removal.voters')} group>
        <Radio.Group
          value={electorate}
          onChange={(event) => setElectorate(event.target.value === 'delegates' ? 'delegates' : 'members')}
          options={(['members', 'delegates'] as const).map((value) => ({ value, label: say(`removal.${value}`) }))}
        />
      </Field>
      <Field id="removal-reason" label={say('removal.reason')} fault={said.get('/reason')}>
        <Input.TextArea
          {...boundTo('removal-reason', said.get('/reason'))}
          rows={3}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      {make.isError && said.size === 0 ? <FailureNotice failure={make.error} quiet /> : null}
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {say('new.removal')}
        </Button>
        <Button onClick={close}>{kit('cancel')}</Button>
      </div>
    </form>
  )
}
