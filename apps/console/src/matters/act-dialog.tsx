import type { MatterView, StepOffer } from '@gongqiao/kernel/matter/contract.ts'
import { referReasons, sendBackReasons } from '@gongqiao/kernel/shared/matter.ts'
import { type Draft, valuesOf } from '@gongqiao/ui/form-values.ts'
import { useQuery } from '@tanstack/react-query'
import { Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { FormFields } from './form-fields.tsx'
import type { KindWords } from './kind.ts'
import { type MatterAct, receiversQuery } from './queries.ts'
import { useMattersSay } from './texts/index.ts'
import { UnitField } from './unit-field.tsx'
import { useAct } from './use-act.ts'

/** What an officer is about to do with a matter. */
export type Asked =
  | { readonly is: 'step'; readonly offer: StepOffer }
  | { readonly is: 'ask_signatures'; readonly offer: StepOffer }
  | { readonly is: 'sign'; readonly step: string; readonly decision: 'agreed' | 'refused' }
  | { readonly is: 'hand_over' | 'refer' | 'send_back' | 'pause' }

const longest = 1_000

/** Asks for everything an act needs, says what follows, and does it. */
export function ActDialog({
  view,
  words,
  asked,
  close,
}: {
  view: MatterView
  words: KindWords
  asked: Asked
  close: () => void
}) {
  const say = useMattersSay()
  const kit = useKitSay()
  const [reason, setReason] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [unit, setUnit] = useState<string | null>(null)
  const [posts, setPosts] = useState<readonly string[]>([])
  const [draft, setDraft] = useState<Draft>({})
  const [tried, setTried] = useState(false)
  const title = titleOf(asked, words, say)
  const act = useAct({ cell: view.cell, matter: view.id }, () => say('act.done', { act: title }), close)
  const reasons = reasonsOf(asked, view)
  const form = asked.is === 'step' ? asked.offer.form : null
  const many = asked.is === 'ask_signatures'
  const wantsPost = many || asked.is === 'hand_over'
  const serverFaults = faultsOf(act.error)
  const formFaults = new Map(
    (form?.fields ?? []).flatMap(({ key, required }) => {
      const own = tried && required && (draft[key] === undefined || draft[key] === '') ? say('form.need') : undefined
      const fault = serverFaults.get(`/form/${key}`) ?? own
      return fault === undefined ? [] : [[key, fault] as const]
    }),
  )
  const need = {
    reason: reasons !== null && reason === null ? say('act.need.reason') : null,
    note: reason === 'other' && note.trim() === '' ? say('act.need.note') : null,
    unit: asked.is === 'refer' && unit === null ? say('act.need.unit') : null,
    posts: wantsPost && posts.length === 0 ? say('act.need.post') : null,
  }
  const missing = form?.fields.some(({ key, required, kind }) => required && kind !== 'files' && !draft[key])

  function go() {
    setTried(true)
    if (Object.values(need).some((fault) => fault !== null) || missing) return
    const said = note.trim() === '' ? {} : { note: note.trim() }
    act.mutate(bodyOf({ asked, reason, unit, posts, said, form: form === null ? undefined : valuesOf(form, draft) }))
  }
  const edited =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      act.edited()
      set(value)
    }

  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={kit('cancel')}
      onOk={go}
      onCancel={close}
      confirmLoading={act.isPending}
      okButtonProps={{ danger: asked.is === 'sign' && asked.decision === 'refused' }}
    >
      {asked.is === 'refer' ? (
        <Field id="act-unit" label={say('act.unit')} fault={tried ? need.unit : null}>
          <UnitField id="act-unit" faulty={tried && need.unit !== null} onChange={edited(setUnit)} />
        </Field>
      ) : null}
      {wantsPost ? (
        <PostField
          view={view}
          many={many}
          fault={tried ? need.posts : null}
          value={posts}
          onChange={edited(setPosts)}
        />
      ) : null}
      {form ? (
        <FormFields form={form} words={words} draft={draft} faults={formFaults} onChange={edited(setDraft)} />
      ) : null}
      {reasons ? (
        <Field id="act-reason" label={say('act.reason')} fault={tried ? need.reason : null} group>
          <Radio.Group
            className="choices"
            name="act-reason"
            value={reason}
            onChange={(event) => edited(setReason)(String(event.target.value))}
            options={reasons.map((value) => ({ value, label: words.word(`reason.${value}`) }))}
          />
        </Field>
      ) : null}
      <Field
        id="act-note"
        label={reason === 'other' ? say('act.note') : say('form.optional', { name: say('act.note') })}
        why={say('act.note.why')}
        fault={tried ? need.note : null}
      >
        <Input.TextArea
          {...boundTo('act-note', tried ? need.note : null)}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={longest}
          value={note}
          onChange={(event) => edited(setNote)(event.target.value)}
        />
      </Field>
      <Follows asked={asked} words={words} />
      {act.isError ? <FailureNotice failure={act.error} quiet /> : null}
    </Modal>
  )
}

type Say = ReturnType<typeof useMattersSay>

function titleOf(asked: Asked, words: KindWords, say: Say): string {
  if (asked.is === 'step') return words.word(`step.${asked.offer.step}`)
  if (asked.is === 'ask_signatures') return say('act.ask_signatures', { step: words.word(`step.${asked.offer.step}`) })
  if (asked.is === 'sign') return say(`act.sign.${asked.decision}`, { step: words.word(`step.${asked.step}`) })
  return say(`act.${asked.is}`)
}

/** The reasons to choose from, or null where none is asked for. */
function reasonsOf(asked: Asked, view: MatterView): readonly string[] | null {
  if (asked.is === 'step') return asked.offer.reasons
  if (asked.is === 'refer') return referReasons
  if (asked.is === 'send_back') return sendBackReasons
  return asked.is === 'pause' ? view.pauseReasons : null
}

type Filled = {
  readonly asked: Asked
  readonly reason: string | null
  readonly unit: string | null
  readonly posts: readonly string[]
  readonly said: { readonly note?: string }
  readonly form: ReturnType<typeof valuesOf> | undefined
}

function bodyOf({ asked, reason, unit, posts, said, form }: Filled): MatterAct {
  const because = reason ?? ''
  switch (asked.is) {
    case 'step':
      return {
        act: 'step',
        step: asked.offer.step,
        ...said,
        ...(reason !== null && { reason }),
        ...(form !== undefined && { form }),
      }
    case 'ask_signatures':
      return { act: 'signatures', step: asked.offer.step, posts, ...said }
    case 'sign':
      return { act: 'signature', step: asked.step, decision: asked.decision, ...said }
    case 'hand_over':
      return { act: 'hand-over', post: posts[0] ?? '', ...said }
    case 'refer':
      return { act: 'referral', unit: unit ?? '', reason: because, ...said }
    case 'send_back':
      return { act: 'referral/return', reason: because, ...said }
    case 'pause':
      return { act: 'pause', reason: because, ...said }
  }
}

/** Says before it is done what follows. */
function Follows({ asked, words }: { asked: Asked; words: KindWords }) {
  const say = useMattersSay()
  const next = asked.is === 'step' ? words.maybe(`next.${asked.offer.to}`) : undefined
  const lines =
    asked.is === 'step'
      ? [say('follow.state', { state: words.word(`state.${asked.offer.to}`) }), ...(next === undefined ? [] : [next])]
      : asked.is === 'sign'
        ? [say(`follow.sign.${asked.decision}`)]
        : [say(`follow.${asked.is}`)]
  const basis = asked.is === 'step' ? asked.offer.basis : null
  return (
    <div className="follows">
      <p>{say('follows')}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {basis === null ? null : <li>{say('follow.basis', { basis })}</li>}
      </ul>
    </div>
  )
}

/** Posts that may get or sign it, each with who holds it now. */
function PostField({
  view,
  many,
  fault,
  value,
  onChange,
}: {
  view: MatterView
  many: boolean
  fault: string | null
  value: readonly string[]
  onChange: (posts: readonly string[]) => void
}) {
  const say = useMattersSay()
  const { api, post } = useActing()
  const found = useQuery(receiversQuery(api, { cell: view.cell, matter: view.id }))
  const options = (found.data?.items ?? [])
    .filter((one) => (many ? one.sign : one.handOver && one.post !== post.id))
    .map((one) => ({
      value: one.post,
      label: [`${one.unit.shortName} ${one.title}`, one.holder].filter((part) => part !== null).join(' · '),
    }))
  return (
    <Field id="act-post" label={say(many ? 'act.posts' : 'act.post')} fault={fault}>
      {found.isError ? <FailureNotice failure={found.error} retry={() => void found.refetch()} quiet /> : null}
      <Select
        {...boundTo('act-post', fault)}
        className="wide"
        loading={found.isPending}
        {...(many ? { mode: 'multiple' as const } : {})}
        value={many ? [...value] : (value[0] ?? null)}
        options={options}
        notFoundContent={say('act.nobody')}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(chosen: string | string[] | null) =>
          onChange(chosen === null ? [] : Array.isArray(chosen) ? chosen : [chosen])
        }
      />
    </Field>
  )
}
