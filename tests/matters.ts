import { matterParts } from '../apps/server/matter-parts.ts'
import * as my from '../kernel/matter/queries/find-my-matter.ts'
import * as mine from '../kernel/matter/queries/list-my-matters.ts'
import * as queue from '../kernel/matter/queries/list-queue.ts'

export { countQueue } from '../kernel/matter/queries/count-queue.ts'

/** The queue and one's own matters over the kinds of the product, as its routes have them. */
export const listQueue = queue.listQueue(matterParts)
export const listMyMatters = mine.listMyMatters(matterParts)
export const findMyMatter = my.findMyMatter(matterParts)
