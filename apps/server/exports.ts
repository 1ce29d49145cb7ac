import type { ExportParts } from '@gongqiao/kernel/exports/kind.ts'
import { insightExports } from '@gongqiao/modules/insight/exports.ts'
import { membershipExports } from '@gongqiao/modules/membership/exports.ts'
import { organizationExports } from '@gongqiao/modules/organization/exports.ts'
import { findActingPost } from '@gongqiao/modules/organization/index.ts'
import { rightsExports } from '@gongqiao/modules/rights/exports.ts'
import { matterParts } from './matter-parts.ts'

/** Every list that can leave as a file. */
export const exportParts: ExportParts = {
  kinds: [...organizationExports, ...membershipExports(matterParts), ...rightsExports, ...insightExports],
  findPost: findActingPost,
}
