import { get, post, type Route } from '@gongqiao/kernel/http/route.ts'
import { listMyMessages } from '@gongqiao/kernel/messages/list-messages.ts'
import { markMyMessage } from '@gongqiao/kernel/messages/mark-read.ts'
import { sendPhoneCode } from './commands/send-phone-code.ts'
import { signInByPhone } from './commands/sign-in-by-phone.ts'
import { signOut } from './commands/sign-out.ts'
import { findSelf } from './queries/find-self.ts'
import { listConsents } from './queries/list-consents.ts'
import { listLooks } from './queries/list-looks.ts'

export const peopleRoutes: readonly Route[] = [
  post('/joining/phone-codes', sendPhoneCode, '入会时发送验证码'),
  post('/sign-in/phone-codes', sendPhoneCode, '登录时发送验证码'),
  post('/window/phone-codes', sendPhoneCode, '窗口发送验证码'),
  post('/sign-in/phone', signInByPhone, '用手机号登录'),
  post('/sign-out', signOut, '退出登录'),
  get('/me', findSelf, '我'),
  get('/me/looks', listLooks, '谁看过我'),
  get('/me/consents', listConsents, '我的同意'),
  get('/me/messages', listMyMessages, '我的消息'),
  post('/me/messages/:id/reading', markMyMessage, '标为已读'),
]
