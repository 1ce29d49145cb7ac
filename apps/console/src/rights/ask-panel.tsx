import type { AskView } from '@gongqiao/modules/rights/contract.ts'
import { type AskClass, askClasses, topics } from '@gongqiao/modules/rights/machine.ts'
import { askWords } from '@gongqiao/modules/rights/texts/kinds.ts'
import { topicWords } from '@gongqiao/modules/rights/texts/topics.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useFocusAfter } from '../kit/use-focus-after.ts'
import { ActDialog, type Asked } from '../matters/act-dialog.tsx'
import { useKindWords } from '../matters/kind.ts'
import { NoSteps } from '../matters/no-steps.tsx'
import type { PanelProps } from '../matters/panel.ts'
import { matterQuery } from '../matters/queries.ts'
import { ReferralNote } from '../matters/referral-note.tsx'
import { useAsListed } from '../matters/use-as-listed.ts'
import { GoneOrFailed } from '../matters/went.tsx'
import { useActing } from '../session/acting.tsx'
import { Alike } from './alike.tsx'
import { ClockLines } from './clock-lines.tsx'
import { FollowUp } from './follow-up.tsx'
import { askQuery } from './queries.ts'
import { SayForm } from './say-form.tsx'
import { Talk } from './talk.tsx'
import { useRightsSay } from './texts/index.ts'
import { useAskAct } from './use-ask-act.ts'
import './rights.css'

/** What a worker asked, on the desk: the conversation, its clock, and the answer. */
export function AskPanel({ matter, listed, onNext }: PanelProps) {
  const say = useRightsSay()
  const { api } = useActing()
  const found = useQuery(askQuery(api, matter))
  useAsListed(found, listed)
  if (found.isError)
    return <GoneOrFailed matter={matter} failure={found.error} retry={() => void found.refetch()} onNext={onNext} />
  if (found.isPending) return <Loading what={say('ask.title')} />
  return <Found key={`${found.data.matter} ${found.data.state}`} view={found.data} onNext={onNext} />
}

function Found({ view, onNext }: { view: AskView; onNext: (() => void) | null }) {
  const say = useRightsSay()
  const language = useLanguage()
  const { may } = useActing()
  const standing = useFocusAfter<HTMLParagraphElement>(view.state)
  const handles = may('rights.handle_ask')
  const words: { readonly [key: string]: string } = askWords[language]
  const title = view.name ?? view.phone ?? say(`ask.from.${view.asker}`)
  const open = view.steps.includes('answer')
  const calls = handles && view.steps.includes('call')
  return (
    <div className="ask-panel">
      <h2 className="panel-title">{title}</h2>
      <p ref={standing} tabIndex={-1}>
        <Tag>{words.name}</Tag> <strong>{words[`state.${view.state}`] ?? view.state}</strong>
      </p>
      {view.urgent ? <p className="note note-urgent">{say('ask.urgent')}</p> : null}
      {view.confidential ? <p className="note">{say('ask.confidential')}</p> : null}
      <ClockLines view={view} />
      {view.referralDue === null ? null : <Referred view={view} />}
      <Talk matter={view} turns={view.turns} />
      {view.rating === null ? null : (
        <p className="note note-done">
          {say('rated', {
            solved: say(`solved.${view.rating.solved}`),
            answer: view.rating.answer,
            handling: view.rating.handling,
          })}
        </p>
      )}
      <Facts view={view} sorts={handles && open} />
      {handles && open ? <Alike view={view} /> : null}
      {handles && open ? <SayForm view={view} /> : calls ? <FollowUp view={view} /> : <NoSteps onNext={onNext} />}
      {handles && open ? <Elsewhere view={view} /> : null}
    </div>
  )
}

function Facts({ view, sorts }: { view: AskView; sorts: boolean }) {
  const say = useRightsSay()
  const language = useLanguage()
  const { channel, asker, owner, employer } = view
  const act = useAskAct(view)
  return (
    <dl className="facts">
      <dt>{say('ask.from')}</dt>
      <dd>{channel === 'app' ? say(`ask.from.${asker}`) : say(`ask.from.${channel}`)}</dd>
      {view.typedBy === null ? null : (
        <>
          <dt>{say('ask.typed')}</dt>
          <dd>{view.typedBy}</dd>
        </>
      )}
      {asker === 'anonymous' ? null : (
        <>
          <dt>{say('ask.name')}</dt>
          <dd>{view.name ?? say('ask.unknown')}</dd>
        </>
      )}
      {asker !== 'guest' ? null : (
        <>
          <dt>{say('ask.phone')}</dt>
          <dd className="figures">{view.phone ?? say('ask.unknown')}</dd>
        </>
      )}
      <dt>{say('ask.employer')}</dt>
      <dd>
        {employer === null
          ? say('ask.employer.none')
          : [employer.name, employer.code].filter((part) => part !== null).join(' · ')}
      </dd>
      <dt>{say('ask.opened')}</dt>
      <dd>{formatInstant(view.openedAt, language)}</dd>
      <dt>{say('ask.unit')}</dt>
      <dd>{[owner.unit, owner.post, owner.name].filter((part) => part !== null).join(' · ')}</dd>
      <dt id="ask-class">{say('ask.class')}</dt>
      <dd>
        {sorts ? (
          <Select<AskClass>
            aria-labelledby="ask-class"
            value={view.class}
            loading={act.isPending}
            options={askClasses.map((value) => ({ value, label: say(`class.${value}`) }))}
            onChange={(value) => act.mutate({ act: 'sorting', class: value })}
          />
        ) : (
          say(`class.${view.class}`)
        )}
      </dd>
      <dt id="ask-topic">{say('ask.topic')}</dt>
      <dd>
        {sorts ? (
          <Select<string>
            aria-labelledby="ask-topic"
            className="ask-topic"
            value={view.topic}
            placeholder={say('ask.topic.none')}
            loading={act.isPending}
            showSearch={{ optionFilterProp: 'label' }}
            options={topics.map((value) => ({ value, label: topicWords[language][value] }))}
            onChange={(topic) => act.mutate({ act: 'sorting', topic })}
          />
        ) : view.topic === null ? (
          say('ask.topic.none')
        ) : (
          topicWords[language][view.topic]
        )}
      </dd>
    </dl>
  )
}

/** What was referred here is accepted or sent back as every matter is; silence accepts. */
function Referred({ view }: { view: AskView }) {
  const { api } = useActing()
  const words = useKindWords(view.kind)
  const [asked, setAsked] = useState<Asked | null>(null)
  const common = useQuery(matterQuery(api, view))
  if (!common.data) return null
  return (
    <>
      <ReferralNote view={common.data} words={words} onAsk={setAsked} />
      {asked === null ? null : (
        <ActDialog view={common.data} words={words} asked={asked} close={() => setAsked(null)} />
      )}
    </>
  )
}

/** Referring it to where it belongs, however far away, or handing it to another post: as with every matter. */
function Elsewhere({ view }: { view: AskView }) {
  const say = useRightsSay()
  const { api } = useActing()
  const words = useKindWords(view.kind)
  const client = useQueryClient()
  const [asked, setAsked] = useState<Asked | null>(null)
  const common = useQuery({ ...matterQuery(api, view), enabled: asked !== null })
  function close() {
    setAsked(null)
    void client.invalidateQueries({ queryKey: askQuery(api, view).queryKey })
  }
  return (
    <p className="ask-elsewhere">
      <Button onClick={() => setAsked({ is: 'refer' })}>{say('refer')}</Button>
      <Button onClick={() => setAsked({ is: 'hand_over' })}>{say('hand_over')}</Button>
      {asked !== null && common.isError ? <FailureNotice failure={common.error} quiet /> : null}
      {asked !== null && common.data ? (
        <ActDialog view={common.data} words={words} asked={asked} close={close} />
      ) : null}
    </p>
  )
}
