import type { UnitFigure } from '@gongqiao/modules/insight/contract.ts'

/** What a map can show; a share is of those on the roll. */
export const measures = ['on_roll', 'claimed', 'affirmed', 'provisional'] as const
export type Measure = (typeof measures)[number]

/** A measure kept from before, or null when it is none. */
export function readMeasure(kept: unknown): Measure | null {
  return measures.find((measure) => measure === kept) ?? null
}

/** One hue a measure, from the first step to the last. */
const hues: { readonly [M in Measure]: readonly string[] } = {
  on_roll: ['#F7E4E3', '#E9B1AF', '#D4706F', '#B5232E', '#7E1620'],
  claimed: ['#E3ECF5', '#ADC6DF', '#6C98C3', '#22588C', '#143A5E'],
  affirmed: ['#E1EFE9', '#A9D0C0', '#63A98D', '#1E6F52', '#104533'],
  provisional: ['#F8EBD8', '#E6C48E', '#C9924A', '#8F5400', '#5A3500'],
}
const nobody = '#FFFFFF'

/** First counts of the steps after the first: the same for a county and for the nation, today and tomorrow. */
const countSteps = [1_000, 10_000, 100_000, 1_000_000]
const shareSteps = [0.2, 0.4, 0.6, 0.8]

/** A step of the legend: its colour and whether a name on it is written in white. */
export type Step = { readonly step: number; readonly colour: string; readonly onDark: boolean }

/** Every step of a measure, nobody first. */
export function stepsOf(measure: Measure): Step[] {
  return [-1, 0, 1, 2, 3, 4].map((step) => ({
    step,
    colour: hues[measure][step] ?? nobody,
    onDark: step >= 3,
  }))
}

/** The step of a place: −1 where nobody is counted, else 0 to 4. */
export function stepOf(measure: Measure, figure: UnitFigure): number {
  if (measure === 'on_roll' || measure === 'provisional') {
    const count = measure === 'on_roll' ? figure.onRoll : figure.provisional
    return count === 0 ? -1 : countSteps.filter((from) => count >= from).length
  }
  if (figure.onRoll === 0) return -1
  const share = (measure === 'claimed' ? figure.claimed : figure.affirmed) / figure.onRoll
  return shareSteps.filter((from) => share >= from).length
}

/** From where to where a step reaches, as the legend says it; null as the end is open. */
export function boundsOf(measure: Measure, step: number): { readonly from: number; readonly to: number | null } {
  if (measure === 'on_roll' || measure === 'provisional') {
    const next = countSteps[step]
    return { from: countSteps[step - 1] ?? 1, to: next === undefined ? null : next - 1 }
  }
  return { from: step * 20, to: (step + 1) * 20 }
}
