import { type Draft, isCitizenStyle } from './draft.ts'
import type { Faults, StepName } from './steps.ts'

/** A form being filled: what was typed, what is wrong with it, and whether wrong fields are being mended. */
export type FormState = {
  readonly draft: Draft
  /** Never kept: a code is for one minute of one person. */
  readonly phoneCode: string
  readonly faults: Faults
  readonly mending: boolean
}

export type FormAction =
  | { readonly type: 'answer'; readonly step: StepName; readonly change: Partial<Draft> }
  | { readonly type: 'phone_code'; readonly code: string }
  /** What a check of one step found; undefined clears it. */
  | { readonly type: 'checked'; readonly step: StepName; readonly fault: string | undefined }
  /** What the server or a check of everything found; from here the form leads from one wrong field to the next. */
  | { readonly type: 'refused'; readonly faults: Faults }
  | { readonly type: 'start'; readonly draft: Draft }

export function startForm(draft: Draft): FormState {
  return { draft, phoneCode: '', faults: {}, mending: false }
}

/** The form after an action; pure. */
export function formAfter(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case 'answer': {
      const draft = tidied({ ...state.draft, ...action.change })
      const faults = without(state.faults, action.step)
      // Another kind of document makes what was said about the number worthless.
      return { ...state, draft, faults: draft.kind === state.draft.kind ? faults : without(faults, 'number') }
    }
    case 'phone_code':
      return { ...state, phoneCode: action.code, faults: without(state.faults, 'code') }
    case 'checked': {
      const faults = without(state.faults, action.step)
      return action.fault === undefined
        ? { ...state, faults }
        : { ...state, faults: { ...faults, [action.step]: action.fault } }
    }
    case 'refused':
      return { ...state, faults: action.faults, mending: Object.keys(action.faults).length > 0 }
    case 'start':
      return startForm(action.draft)
  }
}

/** A document that holds birth date and sex is never asked for them, so typed ones are dropped (one truth, not two). */
function tidied(draft: Draft): Draft {
  return isCitizenStyle(draft.kind) && (draft.birthDate !== '' || draft.sex !== '')
    ? { ...draft, birthDate: '', sex: '' }
    : draft
}

function without(faults: Faults, step: StepName): Faults {
  if (faults[step] === undefined) return faults
  const { [step]: _cleared, ...rest } = faults
  return rest
}
