import { get, type Route } from '../http/route.ts'
import type { MatterParts } from './parts.ts'
import { countQueue } from './queries/count-queue.ts'
import { findMyMatter } from './queries/find-my-matter.ts'
import { listMyMatters } from './queries/list-my-matters.ts'
import { listQueue } from './queries/list-queue.ts'

/** The addresses of matters, over the kinds that modules define. */
export function matterRoutes(parts: MatterParts): readonly Route[] {
  return [
    get('/queue', listQueue(parts), '待办'),
    get('/queue/counts', countQueue, '待办数'),
    get('/me/matters', listMyMatters(parts), '我的事项'),
    get('/me/matters/:cell/:matter', findMyMatter(parts), '我的一件事项'),
  ]
}
