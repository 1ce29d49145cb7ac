import type { MatterView, StepOffer } from '@gongqiao/kernel/matter/contract.ts'
import { referReasons, sendBackReasons } from '@gongqiao/kernel/shared/matter.ts'
import { useQuery } from '@tanstack/react-query'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import type { KindWords } from './kind.ts'
import { chainQuery, type MatterAct, receiversQuery, type Said } from './queries.ts'
import { isMissing, nothingSaid, SaidFields, saidOf, useMissing } from './said-fields.tsx'
import { useMattersSay } from './texts/index.ts'
import { UnitField } from './unit-field.tsx'
import { useAct } from './use-act.ts'

/** What an officer is about to do with a matter. */
export type Asked =
  | { readonly is: 'step'; readonly offer: StepOffer }
  | { readonly is: 'ask_signatures'; readonly offer: StepOffer }
  | { readonly is: 'sign'; readonly step: string; readonly decision: 'agreed' | 'refused' }
  | { readonly is: 'hand_over' | 'refer' | 'send_back' | 'pause' }

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
  const missingOf = useMissing()
  const [saying, setSaying] = useState(nothingSaid)
  const [unit, setUnit] = useState<string | null>(null)
  const [posts, setPosts] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const title = titleOf(asked, words, say)
  const act = useAct({ cell: view.cell, matter: view.id }, () => say('act.done', { act: title }), close)
  const wanted = { reasons: reasonsOf(asked, view), form: asked.is === 'step' ? asked.offer.form : null }
  const many = asked.is === 'ask_signatures'
  const wantsPost = many || asked.is === 'hand_over'
  const missing = missingOf(saying, wanted)
  const need = {
    unit: asked.is === 'refer' && unit === null ? say('act.need.unit') : null,
    posts: wantsPost && posts.length === 0 ? say('act.need.post') : null,
  }

  function go() {
    setTried(true)
    if (need.unit !== null || need.posts !== null || isMissing(missing)) return
    act.mutate(bodyOf({ asked, unit, posts, ...saidOf(saying, wanted.form) }))
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
          <ReferField unit={view.unit.id} faulty={tried && need.unit !== null} onChange={edited(setUnit)} />
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
      <SaidFields
        wanted={wanted}
        words={words}
        saying={saying}
        missing={tried ? missing : null}
        refused={faultsOf(act.error)}
        onChange={edited(setSaying)}
      />
      <Follows asked={asked} words={words} />
      {act.isError ? <FailureNotice failure={act.error} quiet /> : null}
    </Modal>
  )
}

/** Where a matter may go: the union above the one that has it comes first, before anything is typed. */
function ReferField({
  unit,
  faulty,
  onChange,
}: {
  unit: string
  faulty: boolean
  onChange: (unit: string | null) => void
}) {
  const { api, may } = useActing()
  const chain = useQuery({ ...chainQuery(api, unit), enabled: may('organization.view_tree') }).data?.chain ?? []
  const upper = chain.at(-1)
  const first = upper === undefined ? null : { unit: upper, above: chain.slice(0, -1) }
  return <UnitField id="act-unit" faulty={faulty} first={first} onChange={onChange} />
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

type Filled = Said & { readonly asked: Asked; readonly unit: string | null; readonly posts: readonly string[] }

function bodyOf({ asked, unit, posts, reason, note, form }: Filled): MatterAct {
  const said = note === undefined ? {} : { note }
  const because = reason ?? ''
  switch (asked.is) {
    case 'step':
      return {
        act: 'step',
        step: asked.offer.step,
        ...said,
        ...(reason !== undefined && { reason }),
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
