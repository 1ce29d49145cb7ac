import type { FormSchema } from './form.ts'

/** Who may take a step of a matter 事项: the person it concerns, the host unit's officers, or the system itself. */
export type StepTaker = 'person' | 'officer' | 'system'

/** One step: where it leads, who may take it, and the article behind it. */
export type Step = {
  readonly to: string
  readonly who: StepTaker
  readonly basis?: string
  /** It is taken with a reason in words or from a list of the module's own. */
  readonly reason?: boolean
  /** The reasons it may be taken for: a step with them demands one. Their words are `reason.*` of the kind. */
  readonly reasons?: readonly string[]
  /** 会签 (all) or 或签 (any): taken once all, or one, of the posts that were asked have agreed. */
  readonly sign?: 'all' | 'any'
  /** 驳回: leads back to a state the matter came through. */
  readonly back?: true
  /** The person it concerns takes up again what had ended. */
  readonly reopen?: true
  /** What is filled in with it; `again` is the form the matter was opened with. */
  readonly form?: FormSchema | 'again'
  /** Taken as a part of another act, so that it has no button of its own. */
  readonly within?: string
}

/**
 * One state: its clock (a rule id of the deadline table 时限规则) and its steps by name. With no steps, or none but
 * reopening, the matter has ended.
 */
export type State = {
  readonly clock?: string
  /** Other rules that what the matter is about may choose instead: a difficult case has another clock than a plain one. */
  readonly clocks?: readonly string[]
  readonly steps: { readonly [step: string]: Step }
  /** The next word is the person's 等本人: nobody's work, late for nobody, and it never rises (T-15). */
  readonly waits?: 'person'
  /** The reasons its clock may be stopped for 中止 (T-11). Their words are `reason.*` of the kind. */
  readonly pause?: readonly string[]
}

/** A matter definition 事项定义: states and steps as data; screens draw from it, tests walk it, documents print it. */
export type MatterDefinition = {
  readonly name: string
  readonly initial: string
  readonly states: { readonly [state: string]: State }
  /** The article behind the whole of it. */
  readonly basis?: string
  /** It may be referred to another unit 转办. */
  readonly refers?: true
  /** The rule by which whoever it was referred to may send it back, where that is another than every matter’s. */
  readonly returnClock?: string
}

/** Checks a definition once, when the module is loaded, and gives it back. Throws on a step that leads nowhere. */
export function matter<const D extends MatterDefinition>(definition: D): D {
  const states: MatterDefinition['states'] = definition.states
  if (!(definition.initial in states)) throw new Error(`${definition.name}: no state ${definition.initial}`)
  for (const [name, state] of Object.entries(states)) {
    const at = `${definition.name}.${name}`
    const ends = hasEnded(definition, name)
    if (ends && state.clock !== undefined) throw new Error(`${at}: an ended matter has no clock`)
    if (!ends && state.clock === undefined) throw new Error(`${at}: an open matter has a clock`)
    if (ends && (state.waits || state.pause)) throw new Error(`${at}: an ended matter waits for nobody`)
    for (const [step, taken] of Object.entries(state.steps)) checkStep(definition, name, step, taken, ends)
  }
  return definition
}

function checkStep(definition: MatterDefinition, state: string, name: string, step: Step, ends: boolean): void {
  const at = `${definition.name}.${state}.${name}`
  if (!(step.to in definition.states)) throw new Error(`${at}: no state ${step.to}`)
  if (step.reasons?.length === 0) throw new Error(`${at}: reasons are at least one`)
  if (step.sign && step.who !== 'officer') throw new Error(`${at}: posts sign what an officer takes`)
  if (step.reopen && (step.who !== 'person' || !ends || hasEnded(definition, step.to)))
    throw new Error(`${at}: the person takes up again what had ended`)
  if (step.back && !leadsTo(definition, step.to, state)) throw new Error(`${at}: leads back to where it never was`)
}

/** Tells whether a matter goes from one state to another by steps that lead forward. */
function leadsTo({ states }: MatterDefinition, from: string, to: string): boolean {
  const reached = new Set([from])
  for (const state of reached)
    for (const step of Object.values(states[state]?.steps ?? {})) if (!step.back && !step.reopen) reached.add(step.to)
  return from !== to && reached.has(to)
}

/** The step's target, or undefined when the state does not offer it. */
export function stepFrom(definition: MatterDefinition, state: string, step: string): Step | undefined {
  const steps = definition.states[state]?.steps
  return steps && Object.keys(steps).includes(step) ? steps[step] : undefined
}

/** The names of the steps that somebody may take now; buttons come from here. */
export function openSteps(definition: MatterDefinition, state: string, who: StepTaker): string[] {
  return Object.entries(definition.states[state]?.steps ?? {})
    .filter(([, step]) => step.who === who && step.within === undefined)
    .map(([name]) => name)
}

/** The rule whose clock runs in a state: its own, or one of its others by choice. Throws for a rule the state does not name. */
export function clockOf(definition: MatterDefinition, state: string, chosen?: string): string | undefined {
  const { clock, clocks = [] } = definition.states[state] ?? {}
  if (chosen === undefined || chosen === clock) return clock
  if (!clocks.includes(chosen)) throw new Error(`${definition.name}.${state} has no clock ${chosen}`)
  return chosen
}

/** Tells whether a matter in this state has ended: no step is left but reopening. */
export function hasEnded(definition: MatterDefinition, state: string): boolean {
  return Object.values(definition.states[state]?.steps ?? {}).every((step) => step.reopen)
}

/** Tells whether a matter in this state waits for the person it concerns 等本人. */
export function waitsForPerson(definition: MatterDefinition, state: string): boolean {
  return definition.states[state]?.waits === 'person'
}

/** Why a matter goes to another unit. */
export const referReasons = ['belongs_there', 'person_moved', 'asked_by_person', 'other'] as const

/** Why a receiver sends it back. */
export const sendBackReasons = ['not_our_area', 'not_our_member', 'details_missing', 'other'] as const
