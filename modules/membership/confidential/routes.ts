import { get, post, type Route } from '@gongqiao/kernel/http/route.ts'
import { discloseMembership } from './commands/disclose-membership.ts'
import { hideMembership } from './commands/hide-membership.ts'
import { countByEmployer } from './queries/count-by-employer.ts'
import { findMyConfidence } from './queries/find-my-confidence.ts'

/** Confidential membership 保密会员: the member's own acts; nobody else has one. */
export const confidentialRoutes: readonly Route[] = [
  get('/units/:unit/employer-figures', countByEmployer, '各单位会员数'),
  get('/me/confidence', findMyConfidence, '单位知不知道我的会籍'),
  post('/me/records/:cell/:membership/disclosure', discloseMembership, '向单位工会公开会籍'),
  post('/me/records/:cell/:membership/hiding', hideMembership, '转为保密会员'),
]
