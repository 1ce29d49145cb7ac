import type { MyMatter } from '@gongqiao/modules/membership/contract.ts'
import type { Self } from '@gongqiao/modules/people/contract.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { faultsOf } from '../api/client.ts'
import { matterQuery, queryClient, selfQuery, showMatter } from '../api/queries.ts'
import { type Draft, isCitizenStyle } from '../join/draft.ts'
import { forgetDraft } from '../join/kept-draft.ts'
import { PersonQuestion, type PersonStep } from '../join/person-question.tsx'
import { StepScreen } from '../join/step-screen.tsx'
import { faultsBySteps, firstFaulty, isStep, type StepName, stepOnward, stepsOf } from '../join/steps.ts'
import { forgetSubmissionKey, submissionKey } from '../join/submission-key.ts'
import { joinTexts } from '../join/texts/index.ts'
import { useForm } from '../join/use-form.ts'
import { Loaded, SignInFirst } from '../kit/loaded.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { useLock } from '../kit/use-lock.ts'
import { sendOrKeep } from '../outbox/outbox.ts'
import { useSpeak } from '../settings/preferences.ts'
import { Absent } from '../shell/absent.tsx'
import { Screen } from '../shell/screen.tsx'
import { MendAdvice } from './mend-advice.tsx'
import { mattersTexts } from './texts/index.ts'

const route = getRouteApi('/matters/$cell/$matter/mend/$step')

/** Mending a returned application: the same questions about the person, with the reason beside them. */
export function MendScreen() {
  const { cell, matter, step } = route.useParams()
  const t = useSpeak(mattersTexts)
  const self = useQuery(selfQuery)
  const query = useQuery(matterQuery(Number(cell), matter))
  if (!isStep(step) || step === 'phone' || step === 'consent' || step === 'code') return <Absent />
  if (self.data && query.data) return <MendForm key={matter} step={step} matter={query.data} self={self.data} />
  return (
    <Screen title={t('mend')} back={`/matters/${cell}/${matter}`}>
      {self.data === null ? <SignInFirst /> : <Loaded query={query}>{() => null}</Loaded>}
    </Screen>
  )
}

function MendForm({ step, matter, self }: { step: PersonStep; matter: MyMatter; self: Self }) {
  const t = useSpeak(mattersTexts)
  const j = useSpeak(joinTexts)
  const navigate = useNavigate()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const form = useForm('mending', 'mend', matter.id, { kind: self.identityKind, name: self.name })
  const lock = useLock()
  const [checking, setChecking] = useState(false)
  const { draft, faults, mending } = form.state
  const params = { cell: String(matter.cell), matter: matter.id }
  const steps = stepsOf('mending', draft)
  const last = step === steps[steps.length - 1]

  const sending = useMutation({
    mutationFn: () => {
      const body = resubmissionOf(draft)
      const path = `/api/me/applications/${matter.cell}/${matter.id}/resubmission`
      return sendOrKeep<MyMatter>({
        kind: 'resubmission',
        path,
        cell: matter.cell,
        subject: matter.id,
        unitName: matter.unit.name,
        body,
        key: submissionKey('mend', body),
      })
    },
    onSuccess: async (sent) => {
      forgetDraft('mend')
      forgetSubmissionKey('mend')
      if (!sent.kept) {
        queryClient.removeQueries({ queryKey: ['me'] })
        showMatter(sent.answer)
      }
      await navigate({ to: '/matters/$cell/$matter', params, replace: true })
    },
    onError: (fault) => {
      const told = faultsBySteps(faultsOf(fault))
      form.dispatch({ type: 'refused', faults: told })
      const wrong = firstFaulty('mending', draft, told)
      if (wrong !== undefined && wrong !== step) void go(wrong)
    },
  })

  function go(to: StepName, replace = false) {
    return navigate({ to: '/matters/$cell/$matter/mend/$step', params: { ...params, step: to }, replace })
  }

  async function onward() {
    setChecking(true)
    try {
      if ((await form.check(step)) !== undefined) return
      if (step === 'document') return canGoBack ? router.history.back() : void go('number', true)
      const next = stepOnward('mending', draft, step, faults, mending)
      if (!last && next !== undefined) return await go(next)
      const wrong = firstFaulty('mending', draft, await form.checkAll())
      if (wrong === undefined) await sending.mutateAsync().catch(() => undefined)
      else if (wrong !== step) await go(wrong)
    } finally {
      setChecking(false)
    }
  }

  return (
    <StepScreen
      form={form}
      step={step}
      back={`/matters/${matter.cell}/${matter.id}`}
      action={sending.isPending ? t('resubmitting') : last ? t('resubmit') : j('next')}
      busy={checking || sending.isPending}
      onSubmit={() => void lock(onward)}
      onGo={(to) => void go(to)}
    >
      {step === steps[0] ? <MendAdvice matter={matter} /> : null}
      <PersonQuestion step={step} form={form} onDocument={() => void go('document')} />
      <Trouble fault={faultsOf(sending.error).length > 0 ? null : sending.error} onRetry={() => void lock(onward)} />
    </StepScreen>
  )
}

function resubmissionOf(draft: Draft) {
  return {
    name: draft.name,
    identityKind: draft.kind,
    identityNumber: draft.number,
    ...(isCitizenStyle(draft.kind) ? {} : { birthDate: draft.birthDate, sex: draft.sex }),
  }
}
