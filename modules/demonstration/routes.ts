import { get, type Route } from '@gongqiao/kernel/http/route.ts'
import { listInbox } from './queries/list-inbox.ts'

export const demonstrationRoutes: readonly Route[] = [get('/demonstration/inbox', listInbox, '演示收件箱')]
