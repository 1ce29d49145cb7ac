import { clockInvariant } from '@gongqiao/kernel/clock/invariant.ts'
import { importInvariants } from '@gongqiao/kernel/imports/invariants.ts'
import { sealInvariant } from '@gongqiao/kernel/seal/invariant.ts'
import type { Invariant } from '@gongqiao/kernel/verify/invariant.ts'
import { kernelInvariants } from '@gongqiao/kernel/verify/kernel-invariants.ts'
import { electionInvariants } from '@gongqiao/modules/elections/index.ts'
import { insightInvariants } from '@gongqiao/modules/insight/index.ts'
import { membershipInvariants } from '@gongqiao/modules/membership/index.ts'
import { organizationInvariants, regionsOfCells } from '@gongqiao/modules/organization/index.ts'
import { rightsInvariants } from '@gongqiao/modules/rights/index.ts'

/** Everything that is true of the data at any moment; `gongqiao verify` and a nightly job ask whether it is. */
export const allInvariants: readonly Invariant[] = [
  ...kernelInvariants,
  clockInvariant(regionsOfCells),
  sealInvariant,
  ...importInvariants,
  ...organizationInvariants,
  ...membershipInvariants,
  ...electionInvariants,
  ...rightsInvariants,
  ...insightInvariants,
]
