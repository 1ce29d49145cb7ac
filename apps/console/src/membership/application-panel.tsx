import { openSteps } from '@gongqiao/kernel/shared/matter.ts'
import type { ApplicationView } from '@gongqiao/modules/membership/contract.ts'
import { application } from '@gongqiao/modules/membership/machine.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useFocusAfter } from '../kit/use-focus-after.ts'
import { RouteButton } from '../life/route-button.tsx'
import { MatterHistory } from '../matters/matter-history.tsx'
import { NoSteps } from '../matters/no-steps.tsx'
import type { PanelProps } from '../matters/panel.ts'
import { useMattersSay } from '../matters/texts/index.ts'
import { useAsListed } from '../matters/use-as-listed.ts'
import { useMatterWords } from '../matters/words.ts'
import { useActing } from '../session/acting.tsx'
import { ApplicationFacts } from './application-facts.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { applicationQuery } from './queries.ts'
import { ReturnDialog } from './return-dialog.tsx'
import { useMembershipSay } from './texts/index.ts'

/** Steps that have a screen of their own here. */
const drawn = ['confirm', 'return'] as const

/** An application 入会申请 on the desk. */
export function ApplicationPanel({ matter, listed, onNext }: PanelProps) {
  const say = useMattersSay()
  const { api } = useActing()
  const found = useQuery(applicationQuery(api, matter))
  useAsListed(found, listed)
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('matter.title')} />
  return <FoundApplication view={found.data} onNext={onNext} />
}

function FoundApplication({ view, onNext }: { view: ApplicationView; onNext: (() => void) | null }) {
  const say = useMembershipSay()
  const language = useLanguage()
  const { may } = useActing()
  const { stateOf } = useMatterWords()
  const [asking, setAsking] = useState<'confirm' | 'return' | null>(null)
  const standing = useFocusAfter<HTMLParagraphElement>(view.state)
  const open = openSteps(application, view.state, 'officer')
  const steps = drawn.filter((step) => open.includes(step) && view.steps.includes(step) && may(`membership.${step}`))
  return (
    <>
      <h2 className="panel-title">
        {view.name}{' '}
        <span className="soft">{say('person.brief', { sex: nameOf(language, 'sex', view.sex), age: view.age })}</span>
      </h2>
      <p ref={standing} tabIndex={-1}>
        <Tag>{say('kind.application')}</Tag> <strong>{stateOf(view.state)}</strong>
      </p>
      {view.state === 'person_check' ? <p className="note">{say('matter.person_check')}</p> : null}
      <ApplicationFacts view={view} />
      <MatterHistory lines={view.history} />
      {steps.length > 0 ? (
        <div className="panel-actions">
          {steps.map((step) => (
            <Button
              key={step}
              type={step === 'confirm' ? 'primary' : 'default'}
              size="large"
              onClick={() => setAsking(step)}
            >
              {say(`step.${step}`)}
            </Button>
          ))}
          <RouteButton view={view} />
        </div>
      ) : (
        <NoSteps onNext={onNext} />
      )}
      {asking === 'confirm' ? <ConfirmDialog view={view} close={() => setAsking(null)} /> : null}
      {asking === 'return' ? <ReturnDialog view={view} close={() => setAsking(null)} /> : null}
    </>
  )
}
