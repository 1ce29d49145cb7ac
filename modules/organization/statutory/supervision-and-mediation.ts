import { line } from './row.ts'

const never = false

/** Union supervision, labour inspection, mediation, also before court (rulebook 2.2, 2.3, 2.4). */
export const supervisionAndMediation = [
  line('DL-SUP-REJ', 'supervisionZhejiang', '5 workday', {
    at: '第十七条',
    ...{ roll: never, side: 'duty', bearer: 'union', confidence: 'V2', onExpire: 'raise' },
    event: ['收到监督线索', 'the clue arrives'],
    words: ['不属于监督范围的，5 个工作日内告知', 'Out of scope: the union says so within 5 working days'],
  }),
  line('DL-SUP-YJS', 'supervisionZhejiang', '15 workday', {
    at: '第二十二条',
    ...{ roll: never, side: 'duty', bearer: 'employer', confidence: 'V2', onExpire: 'breach' },
    event: ['意见书送达', 'the opinion letter is served'],
    words: ['用人单位 15 个工作日内书面答复意见书', 'The employer answers the opinion letter within 15 working days'],
  }),
  line('DL-SUP-JYS-FILE', 'supervisionLocal', '5 workday', {
    ...{ roll: never, side: 'duty', bearer: 'department', confidence: 'V2', onExpire: 'breach' },
    event: ['收到建议书', 'the proposal letter arrives'],
    words: ['有关部门 5 个工作日内决定是否立案', 'The department decides within 5 working days whether to open a case'],
  }),
  line('DL-LSI-INV', 'inspection', '60 workday', {
    at: '第十七条',
    ...{ roll: never, side: 'duty', bearer: 'labour_bureau', confidence: 'V1', onExpire: 'breach' },
    extend: { max: 30, approver: '劳动保障行政部门负责人', approverEn: 'the head of the labour department' },
    event: ['劳动监察立案', 'the inspection case is filed'],
    words: [
      '60 个工作日内调查完毕，情况复杂的可延长 30 个工作日',
      'Investigated within 60 working days, 30 more where it is complex',
    ],
  }),
  line('DL-LSI-BAR', 'inspection', '2 year', {
    at: '第二十条',
    ...{ roll: never, side: 'right', bearer: 'person', confidence: 'V1', onExpire: 'lapses' },
    event: ['违法行为发生；有连续状态的，行为终了', 'the violation happens or, where it goes on, ends'],
    words: ['向劳动监察投诉的期限为 2 年', 'A complaint to labour inspection is possible for 2 years'],
  }),
  line('DL-MED-ACC', 'employerMediation', '3 workday', {
    ...{ roll: never, side: 'duty', bearer: 'mediation_body', confidence: 'U', onExpire: 'opens_next' },
    event: ['收到调解申请', 'the application for mediation arrives'],
    words: ['3 个工作日内决定是否受理调解', 'Whether it is accepted is decided within 3 working days'],
  }),
  line('DL-MED-15', 'mediationAndArbitration', '15 day', {
    at: '第十四条',
    ...{ roll: true, side: 'duty', bearer: 'mediation_body', confidence: 'V1', onExpire: 'opens_next' },
    pauseOn: ['supplement'],
    event: ['调解组织收到调解申请', 'the mediation body receives the application'],
    words: ['15 日内未达成调解协议的，可以申请仲裁', 'Without an agreement within 15 days arbitration is open'],
  }),
  line('DL-MED-CONF', 'civilProcedure', '30 day', {
    at: '第二百零五条',
    ...{ roll: true, side: 'right', bearer: 'parties', confidence: 'V1', onExpire: 'lapses' },
    event: ['调解协议生效', 'the agreement takes effect'],
    words: ['双方可在 30 日内共同申请司法确认', 'Both sides may ask the court to confirm it within 30 days'],
  }),
  line('DL-MED-REV', 'arbitrationRules', '15 day', {
    ...{ roll: true, side: 'right', bearer: 'parties', confidence: 'U', onExpire: 'lapses' },
    event: ['调解协议生效', 'the agreement takes effect'],
    words: [
      '双方可在 15 日内共同申请仲裁审查',
      'Both sides may ask the arbitration commission to review it within 15 days',
    ],
  }),
  line('DL-OM-CHOOSE', 'onlineMediation', '2 workday', {
    ...{ roll: never, side: 'right', bearer: 'parties', confidence: 'V1', onExpire: 'opens_next' },
    event: ['同意在线调解', 'online mediation is agreed to'],
    words: ['双方 2 个工作日内选定调解员', 'Both sides choose the mediator within 2 working days'],
  }),
  line('DL-OM-APPOINT', 'onlineMediation', '3 workday', {
    ...{ roll: never, side: 'duty', bearer: 'court', confidence: 'V1', onExpire: 'breach' },
    event: ['收到调解申请', 'the application arrives'],
    words: ['法院 3 个工作日内指定调解员', 'The court appoints the mediator within 3 working days'],
  }),
  line('DL-OM-CONFIRM', 'onlineMediation', '3 workday', {
    ...{ roll: never, side: 'duty', bearer: 'mediator', confidence: 'V1', onExpire: 'breach' },
    event: ['收到委派或委托', 'the commission arrives'],
    words: ['调解员 3 个工作日内确认接受', 'The mediator takes it on within 3 working days'],
  }),
  line('DL-OM-CONTACT', 'onlineMediation', '3 workday', {
    ...{ roll: never, side: 'duty', bearer: 'mediator', confidence: 'V1', onExpire: 'breach' },
    event: ['收到委派或委托', 'the commission arrives'],
    words: ['调解员 3 个工作日内联系双方', 'The mediator speaks to both sides within 3 working days'],
  }),
  line('DL-OM-PRE', 'onlineMediation', '30 day', {
    at: '第二十四条',
    ...{
      roll: true,
      side: 'duty',
      bearer: 'mediator',
      confidence: 'V1',
      onExpire: 'opens_next',
      pauseOn: ['appraisal'],
    },
    event: ['调解员确认接受', 'the mediator takes it on'],
    words: ['诉前调解 30 日内完成，双方同意可延长', 'Mediation before suit ends within 30 days, more where both agree'],
  }),
  line('DL-OM-ORD', 'invitedMediation', '15 day', {
    at: '第二十七条',
    ...{
      roll: true,
      side: 'duty',
      bearer: 'mediator',
      confidence: 'V1',
      onExpire: 'opens_next',
      pauseOn: ['appraisal'],
    },
    event: ['调解员确认接受', 'the mediator takes it on'],
    words: ['普通程序案件 15 日内完成调解', 'In an ordinary procedure mediation ends within 15 days'],
  }),
  line('DL-OM-SUM', 'invitedMediation', '7 day', {
    at: '第二十七条',
    ...{
      roll: true,
      side: 'duty',
      bearer: 'mediator',
      confidence: 'V1',
      onExpire: 'opens_next',
      pauseOn: ['appraisal'],
    },
    event: ['调解员确认接受', 'the mediator takes it on'],
    words: ['简易程序案件 7 日内完成调解', 'In a summary procedure mediation ends within 7 days'],
  }),
]
