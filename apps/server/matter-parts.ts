import type { MatterParts } from '@gongqiao/kernel/matter/parts.ts'
import { electionKinds } from '@gongqiao/modules/elections/index.ts'
import { membershipKinds } from '@gongqiao/modules/membership/index.ts'
import { matterUnits, organizationKinds } from '@gongqiao/modules/organization/index.ts'
import { matterPeople } from '@gongqiao/modules/people/index.ts'
import { rightsMatterKinds } from '@gongqiao/modules/rights/index.ts'

/** Every kind of matter of the product, and who knows units and people. */
export const matterParts: MatterParts = {
  kinds: [...organizationKinds, ...membershipKinds, ...electionKinds, ...rightsMatterKinds],
  units: matterUnits,
  people: matterPeople,
}
