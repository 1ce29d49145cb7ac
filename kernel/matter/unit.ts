import type { Place, PlaceRange } from '../shared/place.ts'
import type { UnitStanding } from './contract.ts'

/** A unit as matters know it: where it is, what it covers, who answers for it. */
export type MatterUnit = {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly level: UnitStanding
  readonly place: Place
  readonly range: PlaceRange
  /** The unit one level up. */
  readonly parent: string | null
  /** The post that answers for it; a unit without an officer has the nearest one above. */
  readonly desk: string | null
  /** New matters may begin here. */
  readonly open: boolean
}
