import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { dayOf } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { networkNow } from '../api/clock.ts'
import type { Draft } from './draft.ts'
import { NumberStep } from './number-step.tsx'
import { BirthStep, DocumentStep, NameStep, PhoneStep, SexStep } from './question.tsx'
import type { StepName } from './steps.ts'
import { joinTexts } from './texts/index.ts'
import type { Form } from './use-form.ts'

/** Questions about the person: the same in a first application and in mending one. */
export type PersonStep = Exclude<StepName, 'consent' | 'code'>

/** One question about the person, with its field. */
export function PersonQuestion({ step, form, onDocument }: { step: PersonStep; form: Form; onDocument: () => void }) {
  const { draft, faults } = form.state
  const question = { draft, fault: faults[step], onAnswer: (change: Partial<Draft>) => form.answer(step, change) }
  switch (step) {
    case 'document':
      return <DocumentStep {...question} />
    case 'number':
      return <NumberStep {...question} onDocument={onDocument} />
    case 'name':
      return <NameStep {...question} />
    case 'birth':
      return <BirthStep {...question} thisYear={Number(dayOf(networkNow()).slice(0, 4))} />
    case 'sex':
      return <SexStep {...question} />
    case 'phone':
      return <PhoneStep {...question} />
  }
}

/** The question of a step, as its heading. */
export function questionOf(step: StepName, draft: Draft, language: Language): string {
  const t = joinTexts(language)
  switch (step) {
    case 'number':
      return t('numberQuestion', { document: nameOf(language, 'identity', draft.kind) })
    case 'document':
      return t('documentQuestion')
    case 'name':
      return t('nameQuestion')
    case 'birth':
      return t('birthQuestion')
    case 'sex':
      return t('sexQuestion')
    case 'phone':
      return t('phoneQuestion')
    case 'consent':
      return t('consentQuestion')
    case 'code':
      return t('codeQuestion')
  }
}
