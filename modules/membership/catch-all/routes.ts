import { get, post, type Route } from '@gongqiao/kernel/http/route.ts'
import { closeCatchAll } from './commands/close-catch-all.ts'
import { openCatchAll } from './commands/open-catch-all.ts'
import { proposeFederation } from './commands/propose-federation.ts'
import { findCatchAll } from './queries/find-catch-all.ts'

/** Unions of a place that take workers without a fixed employer in at once 兜底接收. */
export const catchAllRoutes: readonly Route[] = [
  get('/units/:unit/catch-all', findCatchAll, '这家工会的兜底接收'),
  post('/units/:unit/catch-all', openCatchAll, '开启或更新兜底接收'),
  post('/units/:unit/catch-all/closing', closeCatchAll, '停止兜底接收'),
  post('/units/:unit/catch-all/proposals', proposeFederation, '邀请转到行业工会联合会'),
]
