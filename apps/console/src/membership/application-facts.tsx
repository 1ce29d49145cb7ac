import { CheckCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons'
import type { ApplicationView } from '@gongqiao/modules/membership/contract.ts'
import { application } from '@gongqiao/modules/membership/machine.ts'
import { formatDay, formatInstant } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useLanguage } from '../kit/language.tsx'
import { MatterClock } from '../matters/matter-clock.tsx'
import { useMembershipSay } from './texts/index.ts'

const icons = {
  not_verified: <InfoCircleOutlined aria-hidden="true" />,
  matches: <CheckCircleOutlined aria-hidden="true" />,
  differs: <WarningOutlined aria-hidden="true" />,
}

/** What the deciding officer needs to know of an application, each with where it comes from. */
export function ApplicationFacts({ view }: { view: ApplicationView }) {
  const say = useMembershipSay()
  const language = useLanguage()
  const { owner } = view
  return (
    <>
      <MatterClock kind={application.name} matter={view} />
      <dl className="facts">
        <dt>{say('fact.verification')}</dt>
        <dd className={`verification verification-${view.verification}`}>
          {icons[view.verification]} {say(`verification.${view.verification}`)}
        </dd>
        {view.roster === null ? null : (
          <>
            <dt>{say('fact.roster')}</dt>
            <dd>
              {view.roster.name === view.name
                ? say('fact.roster.same')
                : say('fact.roster.other', { name: view.roster.name })}{' '}
              {view.roster.since === null
                ? say('fact.roster.merge')
                : say('fact.roster.since', { day: formatDay(view.roster.since, language) })}
            </dd>
          </>
        )}
        <dt>{say('fact.unit')}</dt>
        <dd>{view.unit.name}</dd>
        <dt>{say('fact.identity')}</dt>
        <dd>
          {nameOf(language, 'identity', view.identityKind)} <span className="figures">{view.identityMask}</span>
        </dd>
        <dt>{say('fact.phone')}</dt>
        <dd className="figures">{view.phoneMask ?? say('fact.phone.none')}</dd>
        <dt>{say('fact.submitted')}</dt>
        <dd>
          {formatInstant(view.submittedAt, language)} · {say(`channel.${view.channel}`)}
          {view.typedBy === null ? null : <> · {say('fact.typed_by', { who: view.typedBy })}</>}
        </dd>
        <dt>{say('fact.owner')}</dt>
        <dd>{[owner.unit, owner.post, owner.name].filter((part) => part !== null).join(' · ')}</dd>
      </dl>
    </>
  )
}
