import type { ElectionView } from '@gongqiao/modules/elections/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { useUnit } from '../shell/unit-context.tsx'
import { CountSection } from './count-section.tsx'
import { ElectionStepper } from './election-stepper.tsx'
import { FindingList } from './finding-list.tsx'
import { History } from './history.tsx'
import { MeetingForm } from './meeting-form.tsx'
import { Papers } from './papers.tsx'
import { PeopleSections } from './people-sections.tsx'
import { ChangePlanForm } from './plan-form.tsx'
import { electionQuery, electionsQuery } from './queries.ts'
import { StepButtons } from './step-buttons.tsx'
import { useElectionsSay } from './texts/index.ts'
import { between, bodyWord, kindWord, plainWord } from './words.ts'
import './elections.css'

/** One election: where it stands, what is next and by which rule, and everything that is entered on the way. */
export function ElectionPage() {
  const say = useElectionsSay()
  const { api } = useActing()
  const unit = useUnit()
  const { cell, matter } = useParams({ from: '/desk/units/$unit/elections/$cell/$matter' })
  const found = useQuery(electionQuery(api, { cell, matter }))
  const list = useQuery(electionsQuery(api, unit.id))
  const [changing, setChanging] = useState(false)
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('loading')} />

  const view = found.data
  const mayChange = view.state === 'planned' || view.state === 'preparing'
  const counted = ['counting', 'counted', 'reported', 'approved'].includes(view.state)
  return (
    <article className="election">
      <TabHead title={kindWord(say, view.kind)}>
        <p>
          <Link to="/units/$unit/elections" params={{ unit: unit.id }}>
            {say('back')}
          </Link>
        </p>
        <h2>
          {kindWord(say, view.kind)} <span className="soft">{view.unit.name}</span>
        </h2>
      </TabHead>
      <ElectionStepper state={view.state} />
      <NextStep view={view} onChange={mayChange && !changing ? () => setChanging(true) : null} />
      {changing && list.data ? (
        <ChangePlanForm view={view} about={list.data} close={() => setChanging(false)} />
      ) : (
        <PlanFacts view={view} />
      )}
      <FindingList findings={view.findings} />
      {view.state === 'published' && view.steps.includes('hold') ? <MeetingForm view={view} /> : null}
      {counted ? <CountSection view={view} /> : null}
      <PeopleSections view={view} />
      <Papers view={view} />
      <History lines={view.history} />
      <details className="rules">
        <summary>{say('basis')}</summary>
        <p>
          <Link to="/election-parameters">{say('parameters.open')}</Link>
        </p>
        <ul>
          {[...new Map(view.rules.map((rule) => [`${rule.document} ${rule.article}`, rule])).values()].map((rule) => (
            <li key={`${rule.document} ${rule.article}`}>{say('basis.line', rule)}</li>
          ))}
        </ul>
      </details>
    </article>
  )
}

/** What is next, by which rule, until when, who has it, and the steps this post may take. */
function NextStep({ view, onChange }: { view: ElectionView; onChange: (() => void) | null }) {
  const say = useElectionsSay()
  const language = useLanguage()
  const day = (value: string | null) => (value === null ? '—' : formatDay(value, language))
  const { state } = view
  const words =
    state === 'published'
      ? say('next.published', { day: day(view.publicUntil) })
      : state === 'approved'
        ? say('next.approved', { from: day(view.newTerm?.from ?? null), to: day(view.newTerm?.to ?? null) })
        : plainWord(say, `next.${state}`)
  return (
    <section className="next-step" aria-labelledby="next-step">
      <h3 id="next-step">{say(state === 'approved' ? 'result' : 'next')}</h3>
      <p>{words}</p>
      {view.due ? (
        <p className="soft">
          {say(view.due.overdue ? 'overdue' : 'due', { day: day(view.due.on) })} · {view.due.words}
        </p>
      ) : null}
      {view.due && view.steps.length === 0 ? (
        <p>{say('next.waits', { unit: view.owner.unit })}</p>
      ) : (
        <StepButtons view={view} onChange={onChange} />
      )}
    </section>
  )
}

function PlanFacts({ view }: { view: ElectionView }) {
  const say = useElectionsSay()
  const language = useLanguage()
  return (
    <section aria-labelledby="plan-facts">
      <h3 id="plan-facts">{say('plan')}</h3>
      <dl className="facts">
        <dt>{say('plan.form')}</dt>
        <dd>{say(`plan.form.${view.form}`)}</dd>
        <dt>{say('plan.seats')}</dt>
        <dd>
          {view.contests
            .map(({ body, seats, places }) =>
              places === null
                ? `${bodyWord(say, body)} ${seats}`
                : say('plan.seats.advance', { body: bodyWord(say, body), seats, places }),
            )
            .join(between(language))}
        </dd>
        <dt>{say('plan.years')}</dt>
        <dd>{say(`plan.terms.${view.chairBy}`, { years: view.termYears })}</dd>
        <dt>{say('meeting')}</dt>
        <dd>
          {formatDay(view.heldOn ?? view.meetingOn, language)} · {view.meetingPlace}
        </dd>
        <dt>{say('column.unit')}</dt>
        <dd>{say('electorate', { members: view.members, women: view.women })}</dd>
      </dl>
    </section>
  )
}
