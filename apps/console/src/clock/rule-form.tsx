import type { RuleChange, RuleList, RuleVersion } from '@gongqiao/kernel/clock/contract.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { DayField } from '../kit/day-field.tsx'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useActing } from '../session/acting.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { changeRule, previewRule } from './queries.ts'
import { useClockSay } from './texts/index.ts'

const units = ['hour', 'day', 'workday', 'month', 'year'] as const
const confidences = ['V1', 'V2', 'U', 'REC'] as const

type Draft = Omit<RuleChange, 'from' | 'length'> & { readonly from: string | null; readonly length: number | null }

/** A new version of a rule: what it says, from when, for which place; seen in its effects before it holds. */
export function RuleForm({ base, list, close }: { base: RuleVersion; list: RuleList; close: () => void }) {
  const say = useClockSay()
  const { api } = useActing()
  const { message } = App.useApp()
  const client = useQueryClient()
  const key = useFormKey()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState<Draft>(() => ({
    rule: base.id,
    region: list.regions[0]?.code ?? base.region,
    from: null,
    length: base.length,
    unit: base.unit,
    altUnit: base.altUnit,
    roll: base.roll,
    wordsZh: base.wordsZh,
    wordsEn: base.wordsEn,
    article: base.article,
    confidence: base.confidence,
    source: '',
  }))
  const change = readyChange(draft)
  const preview = useMutation({ mutationFn: (wish: RuleChange) => previewRule(api, wish) })
  const apply = useMutation({
    mutationFn: (wish: RuleChange) => changeRule(api, wish, key.now()),
    onSuccess: async () => {
      message.success(say('applied'))
      await client.invalidateQueries({ queryKey: [api.language, api.post, 'clock'] })
      close()
    },
    onError: key.refused,
  })
  const said = faultsOf(apply.error ?? preview.error)
  const set = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }))
    preview.reset()
    apply.reset()
    key.edited()
  }
  const fault = (field: string, own: string | null) => said.get(field) ?? (tried ? own : null)
  const few = (text: string, least: number, words: string) => (text.trim().length < least ? words : null)
  const faults = {
    from: fault('/from', draft.from === null ? say('need.from') : null),
    length: fault('/length', draft.length === null || draft.length < 1 ? say('need.length') : null),
    wordsZh: fault('/wordsZh', few(draft.wordsZh, 2, say('need.words'))),
    wordsEn: fault('/wordsEn', few(draft.wordsEn, 2, say('need.words'))),
    article: fault('/article', few(draft.article, 2, say('need.words'))),
    source: fault('/source', few(draft.source, 4, say('need.source'))),
  }
  const canRoll = draft.unit !== 'hour' && draft.unit !== 'workday'
  const other = draft.unit === 'day' ? 'workday' : draft.unit === 'workday' ? 'day' : null

  function look(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (change) preview.mutate(change)
  }

  return (
    <form className="clock-form" onSubmit={look} noValidate>
      <h2 ref={head} tabIndex={-1}>
        {say('form.title', { rule: base.id })}
      </h2>
      <p className="soft">{say('form.kept')}</p>
      <div className="clock-fields">
        <Field id="clock-region" label={say('form.region')} why={say('form.region.why')}>
          <Select
            id="clock-region"
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.region}
            onChange={(region) => set({ region })}
            options={list.regions.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Field>
        <Field id="clock-from" label={say('form.from')} why={say('form.from.why')} fault={faults.from}>
          <DayField
            id="clock-from"
            value={draft.from}
            onChange={(from) => set({ from })}
            faulty={Boolean(faults.from)}
          />
        </Field>
        <Field id="clock-length" label={say('form.length')} fault={faults.length}>
          <InputNumber
            {...boundTo('clock-length', faults.length)}
            min={1}
            precision={0}
            value={draft.length}
            onChange={(length) => set({ length })}
          />
        </Field>
        <Field id="clock-unit" label={say('form.unit')} fault={said.get('/unit')}>
          <Select
            id="clock-unit"
            value={draft.unit}
            onChange={(unit) =>
              set({ unit, altUnit: null, ...((unit === 'hour' || unit === 'workday') && { roll: false }) })
            }
            options={units.map((value) => ({ value, label: say(`unit.name.${value}`) }))}
          />
        </Field>
      </div>
      {other === null ? null : (
        <Field id="clock-alt" label={say('form.alt')} why={say('form.alt.why')} fault={said.get('/altUnit')} group>
          <Checkbox
            checked={draft.altUnit !== null && draft.altUnit !== undefined}
            onChange={({ target }) => set({ altUnit: target.checked ? other : null })}
          >
            {say(`unit.name.${other}`)}
          </Checkbox>
        </Field>
      )}
      {canRoll ? (
        <Checkbox checked={draft.roll} onChange={({ target }) => set({ roll: target.checked })}>
          {say('form.roll')}
        </Checkbox>
      ) : null}
      {(['wordsZh', 'wordsEn', 'article', 'source'] as const).map((name) => (
        <Field
          key={name}
          id={`clock-${name}`}
          label={say(`form.${name}`)}
          why={name === 'source' ? say('form.source.why') : null}
          fault={faults[name]}
        >
          <Input
            {...boundTo(`clock-${name}`, faults[name])}
            value={draft[name]}
            maxLength={name === 'wordsEn' ? 300 : 200}
            onChange={({ target }) => set({ [name]: target.value })}
          />
        </Field>
      ))}
      <Field id="clock-confidence" label={say('form.confidence')}>
        <Select
          id="clock-confidence"
          value={draft.confidence}
          onChange={(confidence) => set({ confidence })}
          options={confidences.map((value) => ({ value, label: say(`confidence.${value}`) }))}
        />
      </Field>
      <PreviewPanel
        preview={preview.data}
        pending={preview.isPending}
        failure={said.size === 0 ? (preview.error ?? apply.error) : null}
      />
      <div className="toolbar">
        <Button htmlType="submit" type={preview.data ? 'default' : 'primary'} loading={preview.isPending}>
          {say('preview')}
        </Button>
        {preview.data && change ? (
          <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate(change)}>
            {say('apply')}
          </Button>
        ) : null}
        <Button onClick={close}>{say('cancel')}</Button>
      </div>
      {apply.isError && said.size > 0 ? <FailureNotice failure={apply.error} quiet /> : null}
    </form>
  )
}

/** What is sent, once nothing is missing. */
function readyChange(draft: Draft): RuleChange | null {
  const { from, length, source, wordsZh, wordsEn, article } = draft
  if (from === null || length === null || !Number.isInteger(length) || length < 1) return null
  if (source.trim().length < 4 || [wordsZh, wordsEn, article].some((text) => text.trim().length < 2)) return null
  return { ...draft, from, length, source: source.trim() }
}
