import type { NewDeadlineRule } from '@gongqiao/kernel/matter/seed-deadlines.ts'
import { aidAndPetitions } from './aid-and-petitions.ts'
import { arbitrationAndCourt } from './arbitration-and-court.ts'
import { bargainingAndTheRest } from './bargaining-and-the-rest.ts'
import { supervisionAndMediation } from './supervision-and-mediation.ts'

/** 法定期限登记表: periods of law that matters, guides and explanations use, each with its instrument (rulebook section 10). */
export const statutoryDeadlines: readonly NewDeadlineRule[] = [
  ...supervisionAndMediation,
  ...arbitrationAndCourt,
  ...aidAndPetitions,
  ...bargainingAndTheRest,
]
