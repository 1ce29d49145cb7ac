import type { FieldFault } from '@gongqiao/kernel/shared/problem.ts'
import { type Draft, isCitizenStyle } from './draft.ts'

/** One question a screen; `document` is a side road of `number` for the few who need it. */
export type StepName = 'document' | 'number' | 'name' | 'birth' | 'sex' | 'phone' | 'consent' | 'code'

/** What a fault can be about, by the step that asks for it. */
export type Faults = { readonly [Step in StepName]?: string }

/** Whether the form is a first application or the mending of a returned one, which is signed in already. */
export type FormKind = 'joining' | 'mending'

const personSteps = ['number', 'name'] as const
const joiningSteps = ['phone', 'consent', 'code'] as const

/** The questions this draft has to answer, in order: at most three typed fields and a phone code for a resident. */
export function stepsOf(form: FormKind, draft: Draft): StepName[] {
  const extra: StepName[] = isCitizenStyle(draft.kind) ? [] : ['birth', 'sex']
  return [...personSteps, ...extra, ...(form === 'joining' ? joiningSteps : [])]
}

/** Reads a step out of an address. */
export function isStep(text: string): text is StepName {
  return ['document', 'number', 'name', 'birth', 'sex', 'phone', 'consent', 'code'].includes(text)
}

/** The step that follows; undefined after the last. The side road leads back to the number. */
export function stepAfter(form: FormKind, draft: Draft, step: StepName): StepName | undefined {
  if (step === 'document') return 'number'
  const steps = stepsOf(form, draft)
  return steps[steps.indexOf(step) + 1]
}

/**
 * Where to go after a step that is in order: while faults are being mended straight to the next wrong one and then to
 * the last step, else simply on.
 */
export function stepOnward(form: FormKind, draft: Draft, step: StepName, faults: Faults, mending: boolean) {
  if (!mending || step === 'document') return stepAfter(form, draft, step)
  const steps = stepsOf(form, draft)
  return steps.find((one) => one !== step && faults[one] !== undefined) ?? steps[steps.length - 1]
}

/** Tells whether a draft has something in this step's field. */
export function isAnswered(draft: Draft, step: StepName): boolean {
  switch (step) {
    case 'birth':
      return draft.birthDate !== ''
    case 'consent':
      return draft.agreedNotice && draft.agreedSensitive
    case 'code':
      return false
    case 'document':
      return true
    default:
      return draft[step] !== ''
  }
}

/** The first question without an answer: where somebody goes on whose phone died. */
export function firstOpenStep(form: FormKind, draft: Draft): StepName {
  const steps = stepsOf(form, draft)
  return steps.find((step) => !isAnswered(draft, step)) ?? steps[steps.length - 1] ?? 'number'
}

const stepOfPointer: { readonly [pointer: string]: StepName } = {
  '/identityKind': 'document',
  '/identityNumber': 'number',
  '/name': 'name',
  '/birthDate': 'birth',
  '/sex': 'sex',
  '/phone': 'phone',
  '/consents': 'consent',
  '/phoneCode': 'code',
}

/** Sorts the server's faults to the steps that can mend them; a pointer into a field counts as the field. */
export function faultsBySteps(faults: readonly FieldFault[]): Faults {
  const found: { [Step in StepName]?: string } = {}
  for (const { field, text } of faults) {
    const step = stepOfPointer[`/${field.split('/')[1] ?? ''}`]
    if (step === undefined) continue
    const told = found[step]
    found[step] = told === undefined || told.includes(text) ? text : `${told} ${text}`
  }
  return found
}

/** The first wrong step in the order of the form. */
export function firstFaulty(form: FormKind, draft: Draft, faults: Faults): StepName | undefined {
  if (faults.document !== undefined) return 'document'
  return stepsOf(form, draft).find((step) => faults[step] !== undefined)
}
