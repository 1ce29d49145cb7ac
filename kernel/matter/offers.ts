import type { FormSchema } from '../shared/form.ts'
import { type MatterDefinition, openSteps, type Step, type StepTaker } from '../shared/matter.ts'
import { lastRound } from './contents.ts'
import type { KindStep, MatterSignature, StepOffer } from './contract.ts'
import type { MatterKind } from './kind.ts'
import { type Matter, roundAllows } from './matters.ts'

/** A form as answers carry it. */
export function formShape({ fields }: FormSchema): NonNullable<StepOffer['form']> {
  return { fields: fields.map(({ choices, ...field }) => ({ ...field, ...(choices && { choices: [...choices] }) })) }
}

/** What taking a step asks for, by its definition. */
function asked(kind: MatterKind, step: Step) {
  const form = step.form === 'again' ? kind.form : step.form
  return {
    to: step.to,
    basis: step.basis ?? null,
    reasons: step.reasons ? [...step.reasons] : null,
    form: form ? formShape(form) : null,
    back: step.back ?? false,
  }
}

/** The steps of a kind that officers take by the engine's own act, by the state they are taken from; none where a module has its own. */
export function kindStepsOf(kind: MatterKind): KindStep[] {
  if (kind.own) return []
  const { states }: MatterDefinition = kind.definition
  return Object.keys(states).flatMap((from) =>
    openSteps(kind.definition, from, 'officer').flatMap((name): KindStep[] => {
      const step = states[from]?.steps[name]
      return step ? [{ from, step: name, ...asked(kind, step), sign: step.sign ?? null }] : []
    }),
  )
}

/** The steps that somebody may take now, with what taking them asks for. */
export function offersOf(
  kind: MatterKind | undefined,
  matter: Matter,
  who: StepTaker,
  signatures: readonly MatterSignature[],
): StepOffer[] {
  if (!kind || matter.movedTo !== null) return []
  const definition: MatterDefinition = kind.definition
  return openSteps(definition, matter.state, who).flatMap((name): StepOffer[] => {
    const step = definition.states[matter.state]?.steps[name]
    if (!step) return []
    const decisions = lastRound(signatures, name).map(({ decision }) => decision)
    const sign = step.sign ? { mode: step.sign, agreed: roundAllows(step.sign, decisions) } : null
    return [{ step: name, ...asked(kind, step), sign, own: kind.own ?? false }]
  })
}
