import type { Language, Texts } from '../shared/texts.ts'

const zh = {
  'step.open': '提交',
  'step.hand_over': '移交',
  'step.refer': '转办',
  'step.accept': '接收转办',
  'step.accept_silently': '逾期未退回，视为接收',
  'step.send_back': '退回转办',
  'step.dispute': '归属有争议，交上级工会确定',
  'step.attach': '上传附件',
  'step.ask_signatures': '请岗位会签',
  'step.agree': '签署：同意',
  'step.refuse': '签署：不同意',
  'step.pause': '期限中止',
  'step.resume': '期限恢复',
  'step.escalate': '超期上报一级',
  'step.move': '随工会变动转移',
  'reason.belongs_there': '归那家工会办理',
  'reason.person_moved': '本人已到那家工会',
  'reason.asked_by_person': '本人要求',
  'reason.other': '其他',
  'reason.not_our_area': '不归我们办理',
  'reason.not_our_member': '不是我们的会员',
  'reason.details_missing': '材料不全，无法办理',
} as const

const en: { readonly [K in keyof typeof zh]: string } = {
  'step.open': 'Handed in',
  'step.hand_over': 'Handed over',
  'step.refer': 'Referred',
  'step.accept': 'Referral accepted',
  'step.accept_silently': 'Not sent back in time: accepted',
  'step.send_back': 'Referral sent back',
  'step.dispute': 'Put before the union above both',
  'step.attach': 'Paper attached',
  'step.ask_signatures': 'Posts were asked to sign',
  'step.agree': 'Signed: agreed',
  'step.refuse': 'Signed: not agreed',
  'step.pause': 'Clock stopped',
  'step.resume': 'Clock runs on',
  'step.escalate': 'Late: rose one level',
  'step.move': 'Went along as unions changed',
  'reason.belongs_there': 'It belongs to that union',
  'reason.person_moved': 'The person is with that union now',
  'reason.asked_by_person': 'The person asked for it',
  'reason.other': 'Other',
  'reason.not_our_area': 'Not ours to handle',
  'reason.not_our_member': 'Not a member of ours',
  'reason.details_missing': 'Papers are missing to handle it',
}

/** Words of the steps and reasons that every matter has beside those of its kind. */
export const commonWords: { readonly [L in Language]: Texts } = { zh, en }
