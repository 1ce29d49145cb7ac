import type { MatterView } from '@gongqiao/kernel/matter/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useFocusAfter } from '../kit/use-focus-after.ts'
import { useActing } from '../session/acting.tsx'
import { ActDialog } from './act-dialog.tsx'
import { Attachments } from './attachments.tsx'
import { Comments } from './comments.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { GivenForms } from './given-forms.tsx'
import { type KindWords, useKindWords } from './kind.ts'
import type { PanelProps } from './panel.ts'
import { PanelActs, type PanelAsked } from './panel-acts.tsx'
import { PanelClock } from './panel-clock.tsx'
import { kindsQuery, matterQuery } from './queries.ts'
import { ReferralNote } from './referral-note.tsx'
import { Signatures } from './signatures.tsx'
import { useMattersSay } from './texts/index.ts'
import { useAsListed } from './use-as-listed.ts'
import { GoneOrFailed } from './went.tsx'
import { useTaker } from './words.ts'
import './generic-panel.css'

/**
 * Any kind of matter, drawn from its definition: whom it concerns, its clock, what was filled in, papers, history, steps. One
 * that is dealt with on a page of its own leads there instead (`doneAt`).
 */
export function GenericPanel({ matter, listed, onNext, doneAt = null }: PanelProps & { doneAt?: ReactNode }) {
  const say = useMattersSay()
  const { api } = useActing()
  const found = useQuery(matterQuery(api, matter))
  useAsListed(found, listed)
  if (found.isError)
    return <GoneOrFailed matter={matter} failure={found.error} retry={() => void found.refetch()} onNext={onNext} />
  if (found.isPending) return <Loading what={say('matter.title')} />
  return <Found view={found.data} onNext={onNext} doneAt={doneAt} />
}

function Found({ view, onNext, doneAt }: { view: MatterView; onNext: (() => void) | null; doneAt: ReactNode }) {
  const say = useMattersSay()
  const { api } = useActing()
  const words = useKindWords(view.kind)
  const schema = useQuery(kindsQuery(api)).data?.items.find(({ kind }) => kind === view.kind)?.form ?? null
  const [asked, setAsked] = useState<PanelAsked | null>(null)
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
      <PanelClock view={view} words={words} />
      <ReferralNote view={view} words={words} onAsk={setAsked} />
      <Facts view={view} />
      <GivenForms forms={view.forms} schema={schema} words={words} />
      <Signatures view={view} words={words} onAsk={setAsked} />
      <Attachments view={view} />
      <Comments view={view} />
      <History view={view} words={words} />
      <PanelActs view={view} words={words} onAsk={setAsked} onNext={onNext} doneAt={doneAt} />
      {asked === null ? null : asked.is === 'extend' ? (
        view.extension === null ? null : (
          <ExtendDialog view={view} extension={view.extension} close={() => setAsked(null)} />
        )
      ) : (
        <ActDialog view={view} words={words} asked={asked} close={() => setAsked(null)} />
      )}
    </>
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
