/** Who may take a step of a matter 事项: the person it concerns, the host unit's officers, or the system itself. */
export type StepTaker = 'person' | 'officer' | 'system'

/** One step: where it leads, who may take it, and the article behind it. */
export type Step = {
  readonly to: string
  readonly who: StepTaker
  readonly basis?: string
  readonly reason?: boolean
  /** Taken as a part of another act, so that it has no button of its own. */
  readonly within?: string
}

/** One state: its clock (a rule id of the deadline table 时限规则) and its steps by name. No steps: the matter has ended. */
export type State = {
  readonly clock?: string
  /** Other rules that what the matter is about may choose instead: a difficult case has another clock than a plain one. */
  readonly clocks?: readonly string[]
  readonly steps: { readonly [step: string]: Step }
}

/** A matter definition 事项定义: states and steps as data; screens draw from it, tests walk it, documents print it. */
export type MatterDefinition = {
  readonly name: string
  readonly initial: string
  readonly states: { readonly [state: string]: State }
}

/** Checks a definition once, when the module is loaded, and gives it back. Throws on a step that leads nowhere. */
export function matter<const D extends MatterDefinition>(definition: D): D {
  if (!(definition.initial in definition.states)) throw new Error(`${definition.name}: no state ${definition.initial}`)
  for (const [name, state] of Object.entries(definition.states)) {
    const ends = Object.keys(state.steps).length === 0
    if (ends && state.clock !== undefined) throw new Error(`${definition.name}.${name}: an ended matter has no clock`)
    if (!ends && state.clock === undefined) throw new Error(`${definition.name}.${name}: an open matter has a clock`)
    for (const [step, { to }] of Object.entries(state.steps)) {
      if (!(to in definition.states)) throw new Error(`${definition.name}.${name}.${step}: no state ${to}`)
    }
  }
  return definition
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

/** Tells whether a matter in this state has ended. */
export function hasEnded(definition: MatterDefinition, state: string): boolean {
  return Object.keys(definition.states[state]?.steps ?? {}).length === 0
}
