import type { MatterView } from '@gongqiao/kernel/matter/contract.ts'
import { formatDay, formatInstant } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useFocusAfter } from '../kit/use-focus-after.ts'
import { useActing } from '../session/acting.tsx'
import { ActDialog, type Asked } from './act-dialog.tsx'
import { Attachments } from './attachments.tsx'
import { Comments } from './comments.tsx'
import { DueWords } from './due-words.tsx'
import { GivenForms } from './given-forms.tsx'
import { type KindWords, useKindWords } from './kind.ts'
import { NoSteps } from './no-steps.tsx'
import type { PanelProps } from './panel.ts'
import { kindsQuery, matterQuery, packAddress } from './queries.ts'
import { Signatures } from './signatures.tsx'
import { useMattersSay } from './texts/index.ts'
import { useAct } from './use-act.ts'
import { useAsListed } from './use-as-listed.ts'
import { useTaker } from './words.ts'
import './generic-panel.css'

/** Any kind of matter, drawn from its definition: whom it concerns, its clock, what was filled in, papers, history, steps. */
export function GenericPanel({ matter, listed, onNext }: PanelProps) {
  const say = useMattersSay()
  const { api } = useActing()
  const found = useQuery(matterQuery(api, matter))
  useAsListed(found, listed)
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('matter.title')} />
  return <Found view={found.data} onNext={onNext} />
}

function Found({ view, onNext }: { view: MatterView; onNext: (() => void) | null }) {
  const say = useMattersSay()
  const { api } = useActing()
  const words = useKindWords(view.kind)
  const schema = useQuery(kindsQuery(api)).data?.items.find(({ kind }) => kind === view.kind)?.form ?? null
  const [asked, setAsked] = useState<Asked | null>(null)
  const standing = useFocusAfter<HTMLParagraphElement>(view.state)
  const next = words.maybe(`next.${view.state}`)
  return (
    <>
      <h2 className="panel-title">{view.title}</h2>
      <p ref={standing} tabIndex={-1}>
        <Tag>{words.name}</Tag> <strong>{words.word(`state.${view.state}`)}</strong>
        {view.escalations > 0 ? <span className="soft"> · {say('matter.escalated')}</span> : null}
      </p>
      {next === undefined ? null : <p>{next}</p>}
      <Clock view={view} words={words} />
      <Referral view={view} words={words} onAsk={setAsked} />
      <Facts view={view} />
      <GivenForms forms={view.forms} schema={schema} words={words} />
      <Signatures view={view} words={words} onAsk={setAsked} />
      <Attachments view={view} />
      <Comments view={view} />
      <History view={view} words={words} />
      <Acts view={view} words={words} onAsk={setAsked} onNext={onNext} />
      {asked === null ? null : <ActDialog view={view} words={words} asked={asked} close={() => setAsked(null)} />}
    </>
  )
}

/** The clock with its rule in words; one that stands still or waits for the person is nobody's delay. */
function Clock({ view: { due, paused, waitsForPerson }, words }: { view: MatterView; words: KindWords }) {
  const say = useMattersSay()
  const language = useLanguage()
  if (due === null && paused === null) return null
  return (
    <div className="clock">
      <p className="clock-line">
        {paused !== null ? (
          <strong>
            {say('clock.paused', {
              day: formatDay(paused.since, language),
              reason: words.word(`reason.${paused.reason}`),
            })}
          </strong>
        ) : due === null ? null : waitsForPerson ? (
          <strong>{say('clock.person', { day: formatDay(due.on, language) })}</strong>
        ) : (
          <DueWords on={due.on} overdue={due.overdue} provisional={due.provisional} withDay />
        )}
      </p>
      {due === null ? null : <p className="soft">{due.words}</p>}
    </div>
  )
}

function Facts({ view }: { view: MatterView }) {
  const say = useMattersSay()
  const language = useLanguage()
  const { owner } = view
  return (
    <dl className="facts">
      <dt>{say('fact.unit')}</dt>
      <dd>{view.unit.name}</dd>
      <dt>{say('fact.owner')}</dt>
      <dd>{[owner.unit, owner.post, owner.name].filter((part) => part !== null).join(' · ')}</dd>
      <dt>{say('fact.opened')}</dt>
      <dd>{formatInstant(view.openedAt, language)}</dd>
      {view.endedAt === null ? null : (
        <>
          <dt>{say('fact.ended')}</dt>
          <dd>{formatInstant(view.endedAt, language)}</dd>
        </>
      )}
    </dl>
  )
}

/** A referral that waits: where it comes from and why, and that silence accepts it. */
export function Referral({
  view,
  words,
  onAsk,
}: {
  view: MatterView
  words: KindWords
  onAsk: (asked: Asked) => void
}) {
  const say = useMattersSay()
  const language = useLanguage()
  const accept = useAct(
    { cell: view.cell, matter: view.id },
    () => say('referral.accepted'),
    () => {},
  )
  const { referral } = view
  if (view.movedTo !== null) return <p className="note">{say('referral.moved')}</p>
  if (referral === null) return null
  return (
    <div className="note">
      <p>
        {say('referral.from', { unit: referral.from.name, reason: words.word(`reason.${referral.reason}`) })}{' '}
        {say(referral.final ? 'referral.final' : 'referral.until', { day: formatDay(referral.dueOn, language) })}
      </p>
      <p className="note-acts">
        {view.may.includes('accept') ? (
          <Button
            type="primary"
            loading={accept.isPending}
            onClick={() => accept.mutate({ act: 'referral/acceptance' })}
          >
            {say('act.accept')}
          </Button>
        ) : null}
        {view.may.includes('send_back') ? (
          <Button onClick={() => onAsk({ is: 'send_back' })}>{say('act.send_back')}</Button>
        ) : null}
      </p>
      {accept.isError ? <FailureNotice failure={accept.error} quiet /> : null}
    </div>
  )
}

/** What happened, first things first, in the words of the kind. */
function History({ view, words }: { view: MatterView; words: KindWords }) {
  const say = useMattersSay()
  const language = useLanguage()
  const taker = useTaker()
  return (
    <>
      <h3>{say('matter.history')}</h3>
      <ol className="timeline">
        {view.history.map((line) => (
          <li key={`${line.at} ${line.step}`}>
            <p>
              <strong>{words.word(`step.${line.step}`)}</strong>
              {line.from !== null && line.from !== line.to ? <> → {words.word(`state.${line.to}`)}</> : null}
              {line.by === null ? null : <> · {taker(line.by)}</>}
            </p>
            <p className="soft">
              <time dateTime={line.at}>{formatInstant(line.at, language)}</time>
              {line.reason === null ? null : <> · {words.word(`reason.${line.reason}`)}</>}
            </p>
            {line.note === null ? null : <p className="timeline-note">{line.note}</p>}
          </li>
        ))}
      </ol>
    </>
  )
}

/** The steps that are open, what else may be done with it, and its record to keep. */
function Acts({
  view,
  words,
  onAsk,
  onNext,
}: {
  view: MatterView
  words: KindWords
  onAsk: (asked: Asked) => void
  onNext: (() => void) | null
}) {
  const say = useMattersSay()
  const { api } = useActing()
  const key = { cell: view.cell, matter: view.id }
  const resume = useAct(
    key,
    () => say('act.done', { act: say('act.resume') }),
    () => {},
  )
  const steps = view.steps.filter(({ own }) => !own)
  const ready = steps.filter(({ sign }) => sign === null || sign.agreed)
  const toSign = view.may.includes('ask_signatures') ? steps.filter(({ sign }) => sign !== null && !sign.agreed) : []
  const more = [
    ...toSign.map((offer) => ({
      key: `sign-${offer.step}`,
      label: say('act.ask_signatures', { step: words.word(`step.${offer.step}`) }),
      onClick: () => onAsk({ is: 'ask_signatures', offer }),
    })),
    ...(['hand_over', 'refer', 'pause'] as const)
      .filter((act) => view.may.includes(act))
      .map((act) => ({ key: act, label: say(`act.${act}`), onClick: () => onAsk({ is: act }) })),
    ...(view.may.includes('resume')
      ? [{ key: 'resume', label: say('act.resume'), onClick: () => resume.mutate({ act: 'resumption' }) }]
      : []),
    {
      key: 'pdf',
      label: (
        <a href={packAddress(api, key, 'pdf')} target="_blank" rel="noreferrer">
          {say('act.record.pdf')}
        </a>
      ),
    },
    { key: 'json', label: <a href={packAddress(api, key, 'json')}>{say('act.record.json')}</a> },
  ]
  const menu = (
    <Dropdown menu={{ items: more }} trigger={['click']}>
      <Button size="large">{say('act.more')}</Button>
    </Dropdown>
  )
  return (
    <>
      {resume.isError ? <FailureNotice failure={resume.error} quiet /> : null}
      {ready.length === 0 ? <NoSteps onNext={onNext} /> : null}
      <div className="panel-actions">
        {ready.map((offer, at) => (
          <Button
            key={offer.step}
            type={at === 0 && !offer.back ? 'primary' : 'default'}
            size="large"
            onClick={() => onAsk({ is: 'step', offer })}
          >
            {words.word(`step.${offer.step}`)}
          </Button>
        ))}
        {menu}
      </div>
    </>
  )
}
