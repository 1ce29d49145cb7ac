import type { ReportView } from '@gongqiao/modules/membership/contract.ts'
import { notMe, waitsForPerson } from '@gongqiao/modules/membership/machine.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../kit/language.tsx'
import { Tag } from '../kit/tag.tsx'
import { useActing } from '../session/acting.tsx'
import { AnswerForm } from './answer-form.tsx'
import { MatterClock } from './matter-clock.tsx'
import { MatterHistory } from './matter-history.tsx'
import { useMembershipSay } from './texts/index.ts'
import { useMatterWords } from './words.ts'

/** What was answered last, and when: the answer takes its row out of the list, and on a small screen the panel moves with it. */
let answeredLast = { matter: '', at: 0 }
const freshMs = 5_000

/** A report 不是我: what was reported, whom to talk to, and the answer in words. Whether it is settled is the person's to say. */
export function ReportPanel({ view, onNext }: { view: ReportView; onNext: (() => void) | null }) {
  const say = useMembershipSay()
  const language = useLanguage()
  const { may } = useActing()
  const { stateOf } = useMatterWords()
  const [justAnswered, setJustAnswered] = useState(false)
  const standing = useRef<HTMLParagraphElement>(null)
  const { name, appliedTo, appliedDesk, owner } = view
  const isRoster = view.about === 'roster'
  const about = isRoster ? (view.reason ?? 'not_me') : 'application'
  const isMine = view.steps.includes('answer') && may('membership.answer_report')

  const isAnswered = waitsForPerson(notMe.name, view.state) || view.state === 'settled'

  useEffect(() => {
    // The form is gone, and the keys with it: they go on where the result is said, as soon as it is.
    const isFresh = answeredLast.matter === view.matter && performance.now() - answeredLast.at < freshMs
    if (!isAnswered || !(justAnswered || isFresh)) return undefined
    // After the panel around it, which takes the keys when it opens.
    const timer = setTimeout(() => standing.current?.focus())
    return () => clearTimeout(timer)
  }, [justAnswered, isAnswered, view.matter])

  function answered() {
    answeredLast = { matter: view.matter, at: performance.now() }
    setJustAnswered(true)
  }

  return (
    <>
      <h2 className="panel-title">{name}</h2>
      <p>
        <Tag>{nameOf(language, 'kind', notMe.name)}</Tag> <strong>{stateOf(view.state)}</strong>
      </p>
      {isAnswered ? (
        <p className="note note-done" ref={standing} tabIndex={-1}>
          {say(view.state === 'settled' ? 'report.settled' : 'report.answered', { name })}
        </p>
      ) : null}
      <p>{say(`report.what.${about}`, { name, unit: appliedTo.name })}</p>
      <MatterClock kind={notMe.name} matter={view} />
      <dl className="facts">
        <dt>{say(isRoster ? 'report.fact.roster' : 'report.fact.applied')}</dt>
        <dd>
          {appliedTo.name}
          {isRoster ? null : <> · {formatInstant(view.appliedAt, language)}</>}
        </dd>
        {isRoster ? null : (
          <>
            <dt>{say('report.fact.desk')}</dt>
            <dd>{[appliedDesk.unit, appliedDesk.post].filter((part) => part !== null).join(' · ')}</dd>
          </>
        )}
        <dt>{say('report.fact.reported')}</dt>
        <dd>{formatInstant(view.reportedAt, language)}</dd>
        <dt>{say('report.fact.member')}</dt>
        <dd>
          {view.unit.name} · <span className="figures">{view.phoneMask ?? say('fact.phone.none')}</span>
        </dd>
        <dt>{say('fact.owner')}</dt>
        <dd>{[owner.unit, owner.post, owner.name].filter((part) => part !== null).join(' · ')}</dd>
      </dl>
      {isMine ? (
        <>
          <h3>{say('report.how')}</h3>
          <ol className="report-how">
            <li>{say('report.how.person', { name })}</li>
            <li>{isRoster ? say('report.how.roster') : say('report.how.desk', { unit: appliedDesk.unit })}</li>
            <li>{say('report.how.answer')}</li>
          </ol>
        </>
      ) : null}
      <MatterHistory lines={view.history} />
      {isMine ? (
        <AnswerForm view={view} onAnswered={answered} />
      ) : (
        <div className="panel-actions">
          <p className="soft">{say('matter.no_steps')}</p>
          {onNext ? (
            <Button type="primary" onClick={onNext}>
              {say('matter.next')}
            </Button>
          ) : null}
        </div>
      )}
    </>
  )
}
