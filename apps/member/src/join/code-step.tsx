import type { Invitation } from '@gongqiao/modules/membership/contract.ts'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { faultsOf, refusalCode } from '../api/client.ts'
import { Button } from '../kit/button.tsx'
import { Note } from '../kit/note.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { Trouble } from '../kit/trouble.tsx'
import { useLock } from '../kit/use-lock.ts'
import { useSlow } from '../kit/use-online.ts'
import { PhoneCodeField } from '../phone-code/phone-code-field.tsx'
import { phoneCodeTexts } from '../phone-code/texts/index.ts'
import type { PhoneCodeAsking } from '../phone-code/use-phone-code.ts'
import { useSpeak } from '../settings/preferences.ts'
import { forgetDraft } from './kept-draft.ts'
import { ReplaceOffer } from './replace-offer.tsx'
import { StepScreen } from './step-screen.tsx'
import { type Faults, faultsBySteps, type StepName } from './steps.ts'
import { Summary } from './summary.tsx'
import { joinTexts } from './texts/index.ts'
import type { Form } from './use-form.ts'
import { type OpenApplication, useSubmission } from './use-submission.ts'

type CodeStepProps = {
  form: Form
  code: string
  invitation: Invitation
  asking: PhoneCodeAsking
  onGo: (step: StepName) => void
  onRefuse: (faults: Faults) => void
}

/** The last step: the phone's code, once more what was filled in, and the one act of joining. */
export function CodeStep({ form, code, invitation, asking, onGo, onRefuse }: CodeStepProps) {
  const t = useSpeak(joinTexts)
  const p = useSpeak(phoneCodeTexts)
  const k = useSpeak(kitTexts)
  const [offer, setOffer] = useState<OpenApplication>()
  const navigate = useNavigate()
  const lock = useLock()
  const submission = useSubmission({ code: invitation.code, notice: invitation.notice.version })
  const slow = useSlow(submission.isPending)
  const { draft, phoneCode } = form.state

  useEffect(() => {
    // What follows a submission is on the phone before it: a network that goes just then takes nothing away.
    void import('./outcome.tsx').catch(() => undefined)
  }, [])

  async function submit(replaces?: OpenApplication, phoneIsMine = false) {
    if (phoneCode.length !== 6) {
      form.dispatch({ type: 'checked', step: 'code', fault: p('whole') })
      document.getElementById('phone-code')?.focus()
      return
    }
    const faults = await form.checkAll()
    if (Object.keys(faults).length > 0) return onRefuse(faults)
    try {
      await submission.mutateAsync({ draft, phoneCode, replaces, phoneIsMine })
    } catch (fault) {
      setOffer(submission.openApplication(fault))
      const told = faultsBySteps(faultsOf(fault))
      if (Object.keys(told).length > 0) onRefuse(told)
    }
  }

  /** The other application stands; this form has nothing more to do. */
  async function keepOther() {
    forgetDraft('join')
    await navigate({ to: '/matters' })
  }

  const told = faultsOf(submission.error).length > 0 || refusalCode(submission.error) === 'membership.application_open'
  return (
    <StepScreen
      form={form}
      step="code"
      back={`/j/${code}/consent`}
      action={submission.isPending ? t('submitting') : t('submit')}
      busy={submission.isPending}
      onSubmit={() => void lock(() => submit())}
      onGo={onGo}
      below={<p className="small soft">{t('submitNote')}</p>}
    >
      <PhoneCodeField
        asking={asking}
        value={phoneCode}
        onValue={(value) => form.dispatch({ type: 'phone_code', code: value })}
        fault={form.state.faults.code}
      />
      {told ? null : <Trouble fault={submission.error} onRetry={() => void lock(() => submit())} />}
      {refusalCode(submission.error) === 'people.phone_of_another' ? (
        <>
          <Note tone="notice" title={t('phoneMine')}>
            <p>{t('phoneMineWhy')}</p>
          </Note>
          <Button kind="plain" busy={submission.isPending} onClick={() => void lock(() => submit(undefined, true))}>
            {t('phoneMineGo')}
          </Button>
          <Button kind="plain" onClick={() => onGo('phone')}>
            {t('anotherPhone')}
          </Button>
        </>
      ) : null}
      {slow ? (
        <Note tone="notice" alert>
          <p>{k('slow')}</p>
        </Note>
      ) : null}
      <Summary draft={draft} onGo={onGo} />
      {offer === undefined ? null : (
        <ReplaceOffer
          offer={offer}
          busy={submission.isPending}
          onReplace={() => void lock(() => submit(offer))}
          onKeep={() => void keepOther()}
          onClose={() => setOffer(undefined)}
        />
      )}
    </StepScreen>
  )
}
