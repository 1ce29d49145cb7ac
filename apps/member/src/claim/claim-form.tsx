import type { ClaimOutcome, ClaimTerms } from '@gongqiao/modules/membership/contract.ts'
import type { PhoneCodeSent } from '@gongqiao/modules/people/contract.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { faultsOf, post } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'
import { ConsentStep } from '../join/consent-step.tsx'
import { type Draft, isCitizenStyle } from '../join/draft.ts'
import { forgetDraft } from '../join/kept-draft.ts'
import { PersonQuestion } from '../join/person-question.tsx'
import { StepScreen } from '../join/step-screen.tsx'
import {
  type Faults,
  faultsBySteps,
  firstFaulty,
  firstOpenStep,
  isStep,
  type StepName,
  stepOnward,
  stepsOf,
} from '../join/steps.ts'
import { forgetSubmissionKey, submissionKey } from '../join/submission-key.ts'
import { Summary } from '../join/summary.tsx'
import { joinTexts } from '../join/texts/index.ts'
import { useForm } from '../join/use-form.ts'
import { Loaded } from '../kit/loaded.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { useLock } from '../kit/use-lock.ts'
import { PhoneCodeField } from '../phone-code/phone-code-field.tsx'
import { forgetSent } from '../phone-code/sent-code.ts'
import { phoneCodeTexts } from '../phone-code/texts/index.ts'
import { usePhoneCode } from '../phone-code/use-phone-code.ts'
import { useSpeak } from '../settings/preferences.ts'
import { Absent } from '../shell/absent.tsx'
import { Screen } from '../shell/screen.tsx'
import { claimForm } from './claim-form-id.ts'
import { termsQuery } from './queries.ts'
import { claimTexts } from './texts/index.ts'

const route = getRouteApi('/claim/$step')

/** The form of a claim, opened at one of its questions: the same as for joining, without a code. */
export function ClaimForm() {
  const { step } = route.useParams()
  const t = useSpeak(claimTexts)
  const terms = useQuery(termsQuery)
  if (!isStep(step)) return <Absent />
  if (terms.data !== undefined) return <ProvingForm step={step} terms={terms.data} />
  return (
    <Screen title={t('title')} back="/claim">
      <Loaded query={terms}>{() => null}</Loaded>
    </Screen>
  )
}

function ProvingForm({ step, terms }: { step: StepName; terms: ClaimTerms }) {
  const t = useSpeak(claimTexts)
  const j = useSpeak(joinTexts)
  const p = useSpeak(phoneCodeTexts)
  const navigate = useNavigate()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const form = useForm('joining', 'join', claimForm)
  const { draft, mending, phoneCode, faults } = form.state
  const lock = useLock()
  const [checking, setChecking] = useState(false)
  const asking = usePhoneCode('join', draft.phone, () =>
    post<PhoneCodeSent>('/api/joining/phone-codes', { phone: draft.phone }),
  )
  const proving = useMutation({
    mutationFn: () => {
      const body = proofOf(draft, phoneCode, terms.notice.version)
      return post<ClaimOutcome>('/api/claims', body, submissionKey('join', body))
    },
    onSuccess: async ({ outcome }) => {
      forgetDraft('join')
      forgetSubmissionKey('join')
      forgetSent('join')
      queryClient.removeQueries({ queryKey: ['me'] })
      await navigate(outcome === 'member' ? { to: '/', replace: true } : { to: '/claims', replace: true })
    },
  })

  const go = (to: StepName, replace = false) => navigate({ to: '/claim/$step', params: { step: to }, replace })
  const steps = stepsOf('joining', draft)
  const open = firstOpenStep('joining', draft)
  const tooFar = !mending && step !== 'document' && steps.indexOf(step) > steps.indexOf(open)
  useEffect(() => {
    if (tooFar || (step !== 'document' && !steps.includes(step))) void go(open, true)
  }, [step])

  function refuse(told: Faults) {
    if (told.consent !== undefined) {
      // The notice may have a new version since it was ticked: it is read anew and agreed to anew (PI-03).
      void queryClient.invalidateQueries({ queryKey: termsQuery.queryKey })
      form.answer('consent', { agreedNotice: false })
    }
    form.dispatch({ type: 'refused', faults: told })
    const wrong = firstFaulty('joining', draft, told)
    if (wrong !== undefined && wrong !== step) void go(wrong)
  }

  async function sendCode() {
    const wrong = firstFaulty('joining', draft, await form.checkAll())
    if (wrong !== undefined) return void go(wrong)
    try {
      if (asking.sent === undefined) await asking.send()
      await go('code')
    } catch (fault) {
      const told = faultsBySteps(faultsOf(fault))
      if (Object.keys(told).length > 0) refuse(told)
    }
  }

  async function prove() {
    if (phoneCode.length !== 6) {
      form.dispatch({ type: 'checked', step: 'code', fault: p('whole') })
      return document.getElementById('phone-code')?.focus()
    }
    try {
      await proving.mutateAsync()
    } catch (fault) {
      const told = faultsBySteps(faultsOf(fault))
      if (Object.keys(told).length > 0) refuse(told)
    }
  }

  async function onward() {
    if (step === 'code') return prove()
    setChecking(true)
    try {
      if ((await form.check(step)) !== undefined) return document.getElementById(step)?.focus()
      if (step === 'document') return canGoBack ? router.history.back() : void go('number', true)
      if (step === 'consent') return await sendCode()
      const next = stepOnward('joining', draft, step, faults, mending)
      if (next !== undefined) await go(next)
    } finally {
      setChecking(false)
    }
  }

  const action =
    step === 'code'
      ? proving.isPending
        ? t('proving')
        : t('prove')
      : step === 'consent'
        ? asking.sending
          ? j('sending')
          : j('agreeAndSend')
        : j('next')
  return (
    <StepScreen
      form={form}
      step={step}
      back={backOf(steps, step)}
      action={action}
      busy={checking || proving.isPending}
      onSubmit={() => void lock(onward)}
      onGo={(to) => void go(to)}
      below={step === steps[0] ? <p className="small soft kept">{j('kept')}</p> : null}
    >
      {step === 'code' ? (
        <>
          <PhoneCodeField
            asking={asking}
            value={phoneCode}
            onValue={(value) => form.dispatch({ type: 'phone_code', code: value })}
            fault={faults.code}
          />
          <Trouble fault={faultsOf(proving.error).length > 0 ? null : proving.error} />
          <Summary draft={draft} onGo={(to) => void go(to)} />
        </>
      ) : step === 'consent' ? (
        <>
          <ConsentStep
            draft={draft}
            fault={faults.consent}
            onAnswer={(change) => form.answer('consent', change)}
            invitation={terms}
          />
          <Trouble fault={faultsOf(asking.fault).length > 0 ? null : asking.fault} />
        </>
      ) : (
        <PersonQuestion step={step} form={form} onDocument={() => void go('document')} />
      )}
    </StepScreen>
  )
}

/** The step before, or the way in before the first. */
function backOf(steps: readonly StepName[], step: StepName): string {
  if (step === 'document') return '/claim/number'
  const before = steps[steps.indexOf(step) - 1]
  return before === undefined ? '/claim' : `/claim/${before}`
}

/** The body of a proof; birth date and sex only where the document does not hold them. */
function proofOf(draft: Draft, phoneCode: string, notice: string) {
  return {
    name: draft.name,
    identityKind: draft.kind,
    identityNumber: draft.number,
    phone: draft.phone,
    phoneCode,
    consents: { notice: draft.agreedNotice ? notice : '', sensitive: draft.agreedSensitive },
    ...(isCitizenStyle(draft.kind) || draft.birthDate === '' ? {} : { birthDate: draft.birthDate }),
    ...(isCitizenStyle(draft.kind) || draft.sex === '' ? {} : { sex: draft.sex }),
  }
}
