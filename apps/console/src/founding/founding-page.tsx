import type { FoundingView } from '@gongqiao/modules/organization/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useFocusAfter } from '../kit/use-focus-after.ts'
import { useKindWords } from '../matters/kind.ts'
import { useActing } from '../session/acting.tsx'
import { useUnit } from '../shell/unit-context.tsx'
import { AsksSection } from './asks-section.tsx'
import { EmployersSection } from './employers-section.tsx'
import { FactsForm } from './facts-form.tsx'
import { History } from './history.tsx'
import { MembersSoFar } from './members-so-far.tsx'
import { PapersSection } from './papers-section.tsx'
import { PeopleParts } from './people-parts.tsx'
import { PlaceRules } from './place-rules.tsx'
import { foundingQuery } from './queries.ts'
import { StepForm } from './step-form.tsx'
import { Stepper } from './stepper.tsx'
import { useFoundingSay } from './texts/index.ts'
import './founding.css'

/** One founding: where it stands, whose turn it is, the steps to take, and all that belongs to it. */
export function FoundingPage() {
  const say = useFoundingSay()
  const { api } = useActing()
  const { unit, cell, matter } = useParams({ from: '/desk/units/$unit/foundings/$cell/$matter' })
  const found = useQuery(foundingQuery(api, { cell: Number(cell), matter }))
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('loading')} />
  return (
    <>
      <TabHead title={found.data.name}>
        <Link to="/units/$unit/foundings" params={{ unit }}>
          ‹ {say('back')}
        </Link>
        <h3 className="founding-name">
          {found.data.name}{' '}
          <Tag>{say(found.data.form === 'industry' ? 'form.industry.union' : `form.${found.data.form}`)}</Tag>
        </h3>
      </TabHead>
      <Stepper state={found.data.state} />
      <Next view={found.data} />
      {found.data.unit && found.data.state !== 'stopped' ? <MembersSoFar view={found.data} /> : null}
      <Facts view={found.data} />
      <PeopleParts view={found.data} />
      <EmployersSection view={found.data} />
      <PapersSection view={found.data} />
      <PlaceRules place={found.data.place} />
      <AsksSection view={found.data} />
      <History kind="organization.founding" lines={found.data.history} />
      <p className="soft">{say('obstruct')}</p>
    </>
  )
}

/** Whose turn it is, by when and by which rule, and what they may do. */
function Next({ view }: { view: FoundingView }) {
  const say = useFoundingSay()
  const language = useLanguage()
  const words = useKindWords('organization.founding')
  const { may } = useActing()
  const [step, setStep] = useState<string | null>(null)
  const standing = useFocusAfter<HTMLParagraphElement>(view.state)
  const owner = [view.owner.unit, view.owner.post, view.owner.name].filter((part) => part !== null).join(' ')
  const state = nextStates.find((one) => one === view.state)
  const shown = view.steps.find((one) => one === step)
  return (
    <section className="founding-next" aria-label={say('way.here')}>
      <p ref={standing} tabIndex={-1}>
        <strong>{words.word(`state.${view.state}`)}</strong>{' '}
        {view.overdue ? <Tag tone="amber">{say('late')}</Tag> : null}
      </p>
      {view.dueOn === null ? (
        <p>{say('ended')}</p>
      ) : (
        <p>
          {say('next', { owner })} · {say('due', { day: formatDay(view.dueOn, language) })}
          {view.dueWords === null ? null : <span className="soft under">{view.dueWords}</span>}
        </p>
      )}
      {state ? <p>{say(`next.${state}`)}</p> : null}
      {shown === undefined ? (
        <div className="toolbar">
          {view.steps.map((one, index) => (
            <Button key={one} type={index === 0 ? 'primary' : 'default'} onClick={() => setStep(one)}>
              {words.word(`step.${one}`)}
            </Button>
          ))}
          {view.state === 'approved' &&
          view.unit &&
          view.body === 'committee' &&
          may('organization.apply_registration') ? (
            <Link className="button-link" to="/units/$unit/registration" params={{ unit: view.unit.id }}>
              {say('act.register')}
            </Link>
          ) : null}
        </div>
      ) : (
        <StepForm key={shown} view={view} step={shown} close={() => setStep(null)} />
      )}
    </section>
  )
}

const nextStates = [
  'requested',
  'preparing',
  'recruiting',
  'election_planned',
  'elected',
  'result_reported',
  'approved',
] as const
const mayChange = ['requested', 'preparing', 'recruiting', 'election_planned']

function Facts({ view }: { view: FoundingView }) {
  const say = useFoundingSay()
  const language = useLanguage()
  const unit = useUnit()
  const { may } = useActing()
  const [changing, setChanging] = useState(false)
  if (changing) {
    const end = () => setChanging(false)
    return <FactsForm unit={unit.id} view={view} onDone={end} onCancel={end} />
  }
  const rows: readonly (readonly [string, string])[] = [
    [say('fact.upper'), view.upper.name],
    [say('form.body'), say(`body.${view.body}`)],
    [say('fact.members'), say('people', { count: view.membersExpected })],
    [say('fact.asked'), say(`asked.${view.askedAs}`)],
    ...(view.plannedOn === null ? [] : [[say('plan.on'), formatDay(view.plannedOn, language)] as const]),
    ...(view.termEnd === null ? [] : [[say('fact.term'), formatDay(view.termEnd, language)] as const]),
  ]
  return (
    <section className="founding-section" aria-labelledby="founding-facts">
      <h3 id="founding-facts">{say('facts')}</h3>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label} className="fact-row">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {may('organization.run_founding') && mayChange.includes(view.state) ? (
        <Button onClick={() => setChanging(true)}>{say('paper.edit')}</Button>
      ) : null}
    </section>
  )
}
