import type { Invitation } from '@gongqiao/modules/membership/contract.ts'
import type { PhoneCodeSent } from '@gongqiao/modules/people/contract.ts'
import { useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { faultsOf, post } from '../api/client.ts'
import { invitationQuery, queryClient } from '../api/queries.ts'
import { Trouble } from '../kit/trouble.tsx'
import { useLock } from '../kit/use-lock.ts'
import { usePhoneCode } from '../phone-code/use-phone-code.ts'
import { useSpeak } from '../settings/preferences.ts'
import { CodeStep } from './code-step.tsx'
import { ConsentStep } from './consent-step.tsx'
import { PersonQuestion } from './person-question.tsx'
import { StepScreen } from './step-screen.tsx'
import { type Faults, faultsBySteps, firstFaulty, firstOpenStep, type StepName, stepOnward, stepsOf } from './steps.ts'
import { joinTexts } from './texts/index.ts'
import { useForm } from './use-form.ts'

type JoinFormProps = { code: string; step: StepName; invitation: Invitation }

/** Walks one person through the questions of joining; where they are stands in the address. */
export function JoinForm({ code, step, invitation }: JoinFormProps) {
  const t = useSpeak(joinTexts)
  const navigate = useNavigate()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const form = useForm('joining', 'join', code)
  const { draft, mending } = form.state
  const lock = useLock()
  const [checking, setChecking] = useState(false)
  const asking = usePhoneCode('join', draft.phone, () =>
    post<PhoneCodeSent>('/api/joining/phone-codes', { phone: draft.phone, code: invitation.code }),
  )

  function go(to: StepName, replace = false) {
    return navigate({ to: '/j/$code/$step', params: { code, step: to }, replace })
  }

  const steps = stepsOf('joining', draft)
  const open = firstOpenStep('joining', draft)
  const tooFar = !mending && step !== 'document' && steps.indexOf(step) > steps.indexOf(open)
  useEffect(() => {
    if (tooFar || (step !== 'document' && !steps.includes(step))) void go(open, true)
  }, [step])

  function refuse(faults: Faults) {
    if (faults.consent !== undefined) {
      // The notice may have a new version since it was ticked: it is read anew and agreed to anew (PI-03).
      void queryClient.invalidateQueries({ queryKey: invitationQuery(code).queryKey })
      form.answer('consent', { agreedNotice: false })
    }
    form.dispatch({ type: 'refused', faults })
    const wrong = firstFaulty('joining', draft, faults)
    if (wrong !== undefined && wrong !== step) void go(wrong)
  }

  async function onward() {
    setChecking(true)
    try {
      if ((await form.check(step)) !== undefined) return focusField(step)
      if (step === 'document') return canGoBack ? router.history.back() : void go('number', true)
      if (step === 'consent') return await sendCode()
      const next = stepOnward('joining', draft, step, form.state.faults, mending)
      if (next !== undefined) await go(next)
    } finally {
      setChecking(false)
    }
  }

  async function sendCode() {
    const faults = await form.checkAll()
    const wrong = firstFaulty('joining', draft, faults)
    if (wrong !== undefined) return void go(wrong)
    try {
      if (asking.sent === undefined) await asking.send()
      await go('code')
    } catch (fault) {
      const told = faultsBySteps(faultsOf(fault))
      if (Object.keys(told).length > 0) refuse(told)
    }
  }

  if (step === 'code') {
    return <CodeStep form={form} code={code} invitation={invitation} asking={asking} onGo={go} onRefuse={refuse} />
  }
  const consent = step === 'consent'
  return (
    <StepScreen
      form={form}
      step={step}
      back={backOf(code, steps, step)}
      action={consent ? (asking.sending ? t('sending') : t('agreeAndSend')) : t('next')}
      busy={checking}
      onSubmit={() => void lock(onward)}
      onGo={go}
      below={step === steps[0] ? <p className="small soft kept">{t('kept')}</p> : null}
    >
      {consent ? (
        <>
          <ConsentStep
            draft={draft}
            fault={form.state.faults.consent}
            onAnswer={(change) => form.answer('consent', change)}
            invitation={invitation}
          />
          <Trouble fault={faultsOf(asking.fault).length > 0 ? null : asking.fault} />
        </>
      ) : (
        <PersonQuestion step={step} form={form} onDocument={() => void go('document')} />
      )}
    </StepScreen>
  )
}

/** The step before, or the landing before the first. */
function backOf(code: string, steps: readonly StepName[], step: StepName): string {
  if (step === 'document') return `/j/${code}/number`
  const before = steps[steps.indexOf(step) - 1]
  return before === undefined ? `/j/${code}` : `/j/${code}/${before}`
}

/** A wrong field gets the focus, so that a screen reader tells its fault with it. */
function focusField(step: StepName): void {
  document.getElementById(step)?.focus()
}
