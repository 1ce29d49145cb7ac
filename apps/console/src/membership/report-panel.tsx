import type { ReportView } from '@gongqiao/modules/membership/contract.ts'
import { notMe, waitsForPerson } from '@gongqiao/modules/membership/machine.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useQuery } from '@tanstack/react-query'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useFocusAfter } from '../kit/use-focus-after.ts'
import { MatterClock } from '../matters/matter-clock.tsx'
import { MatterHistory } from '../matters/matter-history.tsx'
import { NoSteps } from '../matters/no-steps.tsx'
import type { PanelProps } from '../matters/panel.ts'
import { useMattersSay } from '../matters/texts/index.ts'
import { useAsListed } from '../matters/use-as-listed.ts'
import { useMatterWords } from '../matters/words.ts'
import { useActing } from '../session/acting.tsx'
import { AnswerForm } from './answer-form.tsx'
import { reportQuery } from './queries.ts'
import { useMembershipSay } from './texts/index.ts'

/** A report 不是我 on the desk. */
export function ReportPanel({ matter, listed, onNext }: PanelProps) {
  const say = useMattersSay()
  const { api } = useActing()
  const found = useQuery(reportQuery(api, matter))
  useAsListed(found, listed)
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('matter.title')} />
  return <FoundReport view={found.data} onNext={onNext} />
}

/** The report: what was reported, whom to talk to, and the answer in words. Whether it is settled is the person's to say. */
function FoundReport({ view, onNext }: { view: ReportView; onNext: (() => void) | null }) {
  const say = useMembershipSay()
  const language = useLanguage()
  const { may } = useActing()
  const { stateOf } = useMatterWords()
  const standing = useFocusAfter<HTMLParagraphElement>(view.state)
  const { name, appliedTo, appliedDesk, owner } = view
  const isRoster = view.about === 'roster'
  const about = isRoster ? (view.reason ?? 'not_me') : 'application'
  const isMine = view.steps.includes('answer') && may('membership.answer_report')

  return (
    <>
      <h2 className="panel-title">{name}</h2>
      <p>
        <Tag>{nameOf(language, 'kind', notMe.name)}</Tag> <strong>{stateOf(view.state)}</strong>
      </p>
      {waitsForPerson(notMe.name, view.state) || view.state === 'settled' ? (
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
      {isMine ? <AnswerForm view={view} /> : <NoSteps onNext={onNext} />}
    </>
  )
}
