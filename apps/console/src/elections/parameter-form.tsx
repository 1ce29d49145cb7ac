import type { ParameterList, ParameterVersion, ParameterWish } from '@gongqiao/modules/elections/contract.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { DayField } from '../kit/day-field.tsx'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { changeParameter, parametersQuery, previewParameter } from './parameter-queries.ts'
import { ReachPanel } from './parameter-reach.tsx'
import { ParameterValueFields } from './parameter-value-fields.tsx'
import { parameterWord } from './parameter-words.tsx'
import { useElectionsSay } from './texts/index.ts'

const confidences = ['V1', 'V2', 'U', 'REC'] as const
const written = ['document', 'article', 'source'] as const

/** A new version of a parameter: its value, from when, for which place, and where that is written; its reach first. */
export function ParameterForm({
  base,
  list,
  close,
}: {
  base: ParameterVersion
  list: ParameterList
  close: () => void
}) {
  const say = useElectionsSay()
  const kit = useKitSay()
  const { api } = useActing()
  const { message } = App.useApp()
  const client = useQueryClient()
  const key = useFormKey()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const [tried, setTried] = useState(false)
  const own = list.regions.find(({ code }) => code === base.region)
  const [draft, setDraft] = useState(() => ({
    region: own?.code ?? list.regions[0]?.code ?? base.region,
    from: null as string | null,
    value: base.value,
    // Another place's document says nothing about this one.
    document: own ? base.document : '',
    article: own ? base.article : '',
    confidence: own ? base.confidence : ('U' as const),
    source: '',
  }))
  const preview = useMutation({ mutationFn: (wish: ParameterWish) => previewParameter(api, wish) })
  const apply = useMutation({
    mutationFn: (wish: ParameterWish) => changeParameter(api, wish, key.now()),
    onSuccess: async () => {
      message.success(say('saved'))
      await client.invalidateQueries({ queryKey: parametersQuery(api).queryKey })
      close()
    },
    onError: key.refused,
  })
  const said = faultsOf(apply.error ?? preview.error)
  const set = (part: Partial<typeof draft>) => {
    setDraft((before) => ({ ...before, ...part }))
    preview.reset()
    apply.reset()
    key.edited()
  }
  const least = { document: 2, article: 1, source: 4 } as const
  const missing = (field: (typeof written)[number]) =>
    tried && draft[field].trim().length < least[field] ? say(`parameter.need.${field}`) : null
  const { from } = draft
  const complete = from !== null && written.every((field) => draft[field].trim().length >= least[field])
  const wish: ParameterWish | null = complete ? { ...draft, key: base.key, from, source: draft.source.trim() } : null
  const noDay = said.get('/from') ?? (tried && from === null ? say('parameter.need.from') : null)

  function look(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (wish) preview.mutate(wish)
  }

  return (
    <form className="election-form parameter-form" onSubmit={look} noValidate aria-labelledby="parameter-form">
      <h2 id="parameter-form" ref={head} tabIndex={-1}>
        {parameterWord(say, base.key)} <span className="soft figures">{base.rule}</span>
      </h2>
      <Field id="parameter-value" label={say('parameter.value')} fault={said.get('/value')} group>
        <ParameterValueFields of={base.key} value={draft.value} onChange={(value) => set({ value })} />
      </Field>
      <Field id="parameter-region" label={say('parameter.region')} why={say('parameter.region.why')}>
        <Select
          id="parameter-region"
          className="wide"
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.region}
          onChange={(region) => set({ region })}
          options={list.regions.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Field>
      <Field id="parameter-from" label={say('parameter.from')} why={say('parameter.from.why')} fault={noDay}>
        <DayField id="parameter-from" value={from} onChange={(day) => set({ from: day })} faulty={Boolean(noDay)} />
      </Field>
      {written.map((field) => {
        const fault = said.get(`/${field}`) ?? missing(field)
        return (
          <Field
            key={field}
            id={`parameter-${field}`}
            label={say(`parameter.${field}`)}
            why={field === 'source' ? say('parameter.source.why') : null}
            fault={fault}
          >
            <Input
              {...boundTo(`parameter-${field}`, fault)}
              value={draft[field]}
              maxLength={field === 'source' ? 200 : 100}
              onChange={({ target }) => set({ [field]: target.value })}
            />
          </Field>
        )
      })}
      <Field id="parameter-confidence" label={say('parameter.confidence')}>
        <Select
          id="parameter-confidence"
          className="wide"
          value={draft.confidence}
          onChange={(confidence) => set({ confidence })}
          options={confidences.map((value) => ({ value, label: say(`confidence.${value}`) }))}
        />
      </Field>
      <ReachPanel
        reach={preview.data}
        pending={preview.isPending}
        failure={said.size === 0 ? (preview.error ?? apply.error) : null}
      />
      <div className="toolbar">
        <Button htmlType="submit" type={preview.data ? 'default' : 'primary'} loading={preview.isPending}>
          {say('parameter.look')}
        </Button>
        {preview.data && wish ? (
          <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate(wish)}>
            {say('parameter.apply')}
          </Button>
        ) : null}
        <Button onClick={close}>{kit('cancel')}</Button>
      </div>
      {said.size > 0 ? <FailureNotice failure={apply.error ?? preview.error} quiet /> : null}
    </form>
  )
}
