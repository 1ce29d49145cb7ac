import type { MatterDefinition } from '@gongqiao/kernel/shared/matter.ts'
import { byElection, reElection } from './machine.ts'

/** What an election may be. */
export type ElectionKind = 're_election' | 'by_election'

/** The matter definition of each kind of election. */
export const definitionOf = { re_election: reElection, by_election: byElection } as const satisfies {
  readonly [K in ElectionKind]: MatterDefinition
}
