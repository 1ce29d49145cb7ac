import type { MyAsk } from '@gongqiao/modules/rights/contract.ts'
import type { Officer } from './officer.ts'
import type { Worker } from './worker.ts'
import type { World } from './world.ts'

/** Something that must be so, whatever it takes. */
export type Promised = (promise: string, is: unknown, must: unknown) => void

/** Who is who among those with a phone. */
export type Cast = {
  readonly leaver: Worker
  readonly stayer: Worker
  readonly retired: Worker
  readonly resigned: Worker
  readonly late: Worker
  readonly renamed: Worker
  readonly askers: readonly Worker[]
  readonly comers: readonly Worker[]
  readonly asks: MyAsk[]
  readonly joined: Worker[]
}

export type Scene = {
  readonly world: World
  readonly promised: Promised
  readonly cast: Cast
  readonly sits: () => Promise<Officer>
}

/** One sitting: the day of the month, at a desk or with a phone; what the others did before, what the officer does, who sees it. */
export type Sitting = {
  readonly day: number
  readonly on: 'desk' | 'phone'
  readonly does: (scene: Scene) => Promise<void>
}

/** Somebody by their place; the script knows that they are there. */
export function nth<T>(all: readonly T[], place: number): T {
  const one = all[place]
  if (one === undefined) throw new Error(`nobody at ${place}`)
  return one
}

/** An ask as its asker sees it now. */
export const askNow = (worker: Worker, { cell, matter }: MyAsk) => worker.party.ask<MyAsk>(`/me/asks/${cell}/${matter}`)
