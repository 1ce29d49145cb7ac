export const zh = {
  'organization.not_an_officer_here': '接任的人不在本工会或上一级工会\n请从名单里选一位。',
  'organization.holds_it_already': '这个岗位已经是这位同志在任\n不用再交接。',
  'organization.too_many_tokens': '令牌已有 {most} 个\n请先撤销不用的，再新建。',
  'organization.message.escalated.title': '{unit}有 {matters} 件事项超期，转到您这里',
  'organization.message.escalated.text': '它们在您的待办里，状态和到期日都没有变。',
} as const
