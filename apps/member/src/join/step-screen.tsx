import type { FormEvent, ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { usePreferences } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { FaultList } from './fault-list.tsx'
import { questionOf } from './person-question.tsx'
import { Progress } from './progress.tsx'
import { type StepName, stepsOf } from './steps.ts'
import type { Form } from './use-form.ts'

type StepScreenProps = {
  form: Form
  step: StepName
  /** Where the way back leads for somebody who opened this very step. */
  back: string
  action: string
  busy?: boolean
  onSubmit: () => void
  onGo: (step: StepName) => void
  children: ReactNode
  /** Stands under the button. */
  below?: ReactNode
}

const typedSteps: readonly StepName[] = ['number', 'name', 'phone', 'code']

/** One question: where one is, the question, its field, and one button within the thumb's reach. */
export function StepScreen({
  form,
  step,
  back,
  action,
  busy = false,
  onSubmit,
  onGo,
  children,
  below,
}: StepScreenProps) {
  const { language } = usePreferences()
  const { draft, faults } = form.state
  const steps = stepsOf(form.kind, draft)
  const at = Math.max(0, steps.indexOf(step === 'document' ? 'number' : step)) + 1

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!busy) onSubmit()
  }

  return (
    <Screen
      key={step}
      title={questionOf(step, draft, language)}
      back={back}
      above={<Progress at={at} of={steps.length} />}
      focus={typedSteps.includes(step) ? 'field' : 'heading'}
    >
      <form noValidate onSubmit={submit}>
        <FaultList faults={faults} here={step} onGo={onGo} />
        {children}
        <div className="foot">
          <Button type="submit" busy={busy}>
            {action}
          </Button>
          {below}
        </div>
      </form>
    </Screen>
  )
}
