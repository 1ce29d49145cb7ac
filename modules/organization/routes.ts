import { get, post, type Route } from '@gongqiao/kernel/http/route.ts'
import { handOverPost } from './commands/hand-over-post.ts'
import { makeToken } from './commands/make-token.ts'
import { revokeToken } from './commands/revoke-token.ts'
import { findOfficerSelf } from './queries/find-officer-self.ts'
import { findUnit } from './queries/find-unit.ts'
import { listChildren } from './queries/list-children.ts'
import { listOfficers } from './queries/list-officers.ts'
import { listPosts } from './queries/list-posts.ts'
import { listTokens } from './queries/list-tokens.ts'
import { searchUnits } from './queries/search-units.ts'

export const organizationRoutes: readonly Route[] = [
  get('/officer/me', findOfficerSelf, '我的岗位'),
  get('/units', searchUnits, '按名称找工会'),
  get('/units/:unit', findUnit, '一个工会和它的上级'),
  get('/units/:unit/children', listChildren, '下一级工会'),
  get('/units/:unit/posts', listPosts, '工会的岗位'),
  get('/units/:unit/officers', listOfficers, '可以接任的干部'),
  post('/posts/:post/hand-over', handOverPost, '交接岗位'),
  get('/officer/tokens', listTokens, '我的访问令牌'),
  post('/officer/tokens', makeToken, '新建访问令牌', { status: 201 }),
  post('/officer/tokens/:token/revocation', revokeToken, '撤销访问令牌'),
]
