import { foundingZh } from './founding-zh.ts'
import { importZh } from './import-zh.ts'
import { lifeZh } from './life-zh.ts'

export const zh = {
  'organization.not_an_officer_here': '接任的人不在本工会或上一级工会\n请从名单里选一位。',
  'organization.holds_it_already': '这个岗位已经是这位同志在任\n不用再交接。',
  'organization.too_many_tokens': '令牌已有 {most} 个\n请先撤销不用的，再新建。',
  'organization.message.escalated.title': '{unit}有 {matters} 件事项超期，转到您这里',
  'organization.message.escalated.text': '它们在您的待办里，状态和到期日都没有变。',
  'organization.unit_not_active': '这个工会正在撤并或已经撤销\n请在接续它的工会办理。',
  'organization.role_of_another_level':
    '这个角色不属于这一级工会\n基层工会用“基层工会干部”，以上各级用“上级工会干部”。',
  'organization.invited_already': '已经邀请过这位同志担任这个岗位\n可以在邀请名单里重发或撤回。',
  'organization.invitation_unknown':
    '这个邀请链接无效\n链接可能没有复制完整，或者已经重发过，请用最新收到的链接；也可以请邀请您的工会重发。',
  'organization.invitation_used':
    '这个邀请已经用过\n账号已开通，请直接登录；如果不是您本人开通的，请马上告诉邀请您的工会。',
  'organization.invitation_revoked': '这个邀请已经撤回\n请与邀请您的工会联系。',
  'organization.invitation_expired': '这个邀请已经过期\n链接 14 天内有效，请联系邀请您的工会重发。',
  'organization.code_wrong': '动态码不对\n请输入验证器现在显示的六位数字；手机时间要设为自动。',
  'organization.login_taken': '这个账号名已有人使用\n请换一个。',
  'organization.login.form': '账号用 3 到 40 个字母、数字、点、横线或下划线',
  'organization.password.short': '密码至少 {limit} 个字符',
  'organization.password.is_login': '密码不能与账号相同',
  'organization.code.form': '动态码是六位数字',
  'organization.mail.form': '邮箱的写法不对',
  'organization.invitation.sms':
    '【{brand}】{unit}邀请您担任“{title}”。请在 {days} 天内打开链接开通账号：{link} 。链接只能用一次，请勿转发。',
  ...importZh,
  ...lifeZh,
  ...foundingZh,
} as const
