export const zh = {
  resubmission: '补充后的申请',
  withdrawal: '撤回申请',
  settlement: '“已解决”',
  reopening: '“没有解决”',
  'waiting.title': '{what}：等网络，还没送出',
  'waiting.why': '已存在这台手机上，别人看不到。连上网会自己送出，只送一次，不用再填。',
  'delivered.title': '{what}：已送达',
  'refused.title': '{what}：没有办成',
  keptAt: '{at} 填好',
  answeredAt: '{at} 有了答复',
  see: '去看看',
  seen: '知道了',
} as const
