import { dayOf } from '@gongqiao/ui/format.ts'
import { useEffect, useReducer } from 'react'
import { networkNow } from '../api/clock.ts'
import { usePreferences } from '../settings/preferences.ts'
import { type Draft, emptyDraft } from './draft.ts'
import { fetchChecks } from './fetch-checks.ts'
import { formAfter, startForm } from './form-state.ts'
import { keepDraft, recallDraft, type Slot } from './kept-draft.ts'
import { type Faults, type FormKind, type StepName, stepsOf } from './steps.ts'

/** A form with its keeping and its checks. */
export type Form = ReturnType<typeof useForm>

/**
 * Holds one form: what was typed (kept on this phone at every change), what is wrong, and the checks before a step on.
 *
 * @param start what is known already, for fields that were never typed here
 */
export function useForm(kind: FormKind, slot: Slot, id: string, start: Partial<Draft> = {}) {
  const { language } = usePreferences()
  const [state, dispatch] = useReducer(formAfter, undefined, () =>
    startForm(recallDraft(slot, id) ?? { ...emptyDraft, ...start }),
  )

  useEffect(() => keepDraft(slot, id, state.draft), [slot, id, state.draft])

  return {
    kind,
    state,
    dispatch,
    answer: (step: StepName, change: Partial<Draft>) => dispatch({ type: 'answer', step, change }),
    /** Checks one answer and shows what is wrong with it. */
    check: async (step: StepName): Promise<string | undefined> => {
      const checks = await fetchChecks()
      const fault = checks?.checkStep(step, state.draft, dayOf(networkNow()), language)
      dispatch({ type: 'checked', step, fault })
      return fault
    },
    /** Checks every answer at once and names all that are wrong. */
    checkAll: async (): Promise<Faults> => {
      const checks = await fetchChecks()
      const faults: { [Step in StepName]?: string } = {}
      for (const step of stepsOf(kind, state.draft)) {
        const fault = checks?.checkStep(step, state.draft, dayOf(networkNow()), language)
        if (fault !== undefined) faults[step] = fault
      }
      if (Object.keys(faults).length > 0) dispatch({ type: 'refused', faults })
      return faults
    },
  }
}
