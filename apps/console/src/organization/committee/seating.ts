import type { Engagement, Seat, Tie } from '@gongqiao/modules/organization/machine.ts'

/** Somebody to sit in a union, as typed. */
export type Seating = {
  readonly name: string
  readonly sex: 'male' | 'female' | 'unknown'
  readonly engagement: Engagement
  readonly seats: readonly Seat[]
  readonly ties: readonly Tie[]
  readonly who?: string
}

/** Nobody yet. */
export const nobodyYet = (seat: Seat): Seating => ({
  name: '',
  sex: 'unknown',
  engagement: 'part_time',
  seats: [seat],
  ties: [],
})

/** Whether everything that has to be typed is there. */
export const isFilled = ({ name, seats }: Seating): boolean => name.trim() !== '' && seats.length > 0
