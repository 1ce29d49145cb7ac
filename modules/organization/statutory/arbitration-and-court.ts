import { line } from './row.ts'

/** Arbitration, court, work injury and review of administrative acts (rulebook 2.4). */
export const arbitrationAndCourt = [
  line('DL-ARB-LIM', 'mediationAndArbitration', '1 year', {
    at: '第二十七条',
    ...{
      roll: false,
      side: 'right',
      bearer: 'person',
      confidence: 'V1',
      onExpire: 'lapses',
      pauseOn: ['force_majeure'],
    },
    event: [
      '知道或者应当知道权利被侵害；欠薪的，劳动关系终止',
      'one knows of the infringement; for unpaid wages, the employment ends',
    ],
    words: ['1 年内申请劳动仲裁', 'Apply for arbitration within 1 year'],
  }),
  line('DL-ARB-ACC', 'mediationAndArbitration', '5 day', {
    at: '第二十九条',
    ...{ roll: true, altUnit: 'workday', side: 'duty', bearer: 'commission', confidence: 'V1', onExpire: 'opens_next' },
    event: ['收到仲裁申请', 'the application for arbitration arrives'],
    words: ['5 日内决定是否受理；逾期或不受理的，可以起诉', 'Accepted or refused within 5 days; otherwise one may sue'],
  }),
  line('DL-ARB-SRV', 'mediationAndArbitration', '5 day', {
    at: '第三十条',
    ...{ roll: true, altUnit: 'workday', side: 'duty', bearer: 'commission', confidence: 'V1', onExpire: 'breach' },
    event: ['受理仲裁申请', 'the application is accepted'],
    words: ['5 日内把申请书副本送达对方', 'The other side gets the application within 5 days'],
  }),
  line('DL-ARB-DEF', 'mediationAndArbitration', '10 day', {
    at: '第三十条',
    ...{ roll: true, altUnit: 'workday', side: 'duty', bearer: 'respondent', confidence: 'V1', onExpire: 'opens_next' },
    event: ['收到申请书副本', 'the copy of the application arrives'],
    words: ['对方 10 日内答辩；不答辩不影响仲裁', 'The other side answers within 10 days; silence does not stop it'],
  }),
  line('DL-ARB-PAN', 'mediationAndArbitration', '5 day', {
    at: '第三十二条',
    ...{ roll: true, altUnit: 'workday', side: 'duty', bearer: 'commission', confidence: 'V1', onExpire: 'breach' },
    event: ['受理仲裁申请', 'the application is accepted'],
    words: ['5 日内书面通知仲裁庭组成', 'Who sits on the tribunal is told within 5 days'],
  }),
  line('DL-ARB-HRG', 'mediationAndArbitration', '5 day', {
    at: '第三十五条',
    ...{ roll: false, counting: 'before', side: 'duty', bearer: 'commission', confidence: 'V1', onExpire: 'breach' },
    event: ['开庭', 'the hearing'],
    words: ['开庭 5 日前书面通知双方', 'Both sides are told at least 5 days before the hearing'],
  }),
  line('DL-ARB-ADJ', 'mediationAndArbitration', '3 day', {
    at: '第三十五条',
    ...{ roll: false, counting: 'before', side: 'right', bearer: 'parties', confidence: 'V1', onExpire: 'lapses' },
    event: ['开庭', 'the hearing'],
    words: [
      '有正当理由的，开庭 3 日前请求延期',
      'With good cause one asks for another day at least 3 days before the hearing',
    ],
  }),
  line('DL-ARB-AWD', 'mediationAndArbitration', '45 day', {
    at: '第四十三条',
    ...{ roll: true, side: 'duty', bearer: 'commission', confidence: 'V1', onExpire: 'opens_next' },
    ...{
      extend: {
        max: 15,
        approver: '仲裁委员会主任',
        approverEn: 'the director of the arbitration commission',
        notify: '书面通知双方',
      },
      pauseOn: ['appraisal', 'other_authority'],
    },
    event: ['受理仲裁申请', 'the application is accepted'],
    words: [
      '45 日内裁决，复杂的可延长不超过 15 日；逾期可以起诉',
      'Decided within 45 days, at most 15 more where complex; after that one may sue',
    ],
  }),
  line('DL-ARB-SUE', 'mediationAndArbitration', '15 day', {
    at: '第四十八条、第五十条',
    ...{ roll: true, side: 'right', bearer: 'person', confidence: 'V1', onExpire: 'lapses' },
    event: ['收到仲裁裁决书', 'the award arrives'],
    words: ['对裁决不服的，15 日内向法院起诉', 'Whoever disagrees with the award sues within 15 days'],
  }),
  line('DL-ARB-SET', 'mediationAndArbitration', '30 day', {
    at: '第四十九条',
    ...{ roll: true, side: 'right', bearer: 'employer', confidence: 'V1', onExpire: 'lapses' },
    event: ['用人单位收到终局裁决书', 'the employer receives a final award'],
    words: ['用人单位 30 日内可申请撤销终局裁决', 'The employer may ask to set it aside within 30 days'],
  }),
  line('DL-CT-APP', 'civilProcedure', '15 day', {
    at: '第一百七十一条',
    ...{ roll: true, side: 'right', bearer: 'person', confidence: 'V1', onExpire: 'lapses' },
    event: ['一审判决书送达', 'the judgment is served'],
    words: ['对判决不服的，15 日内上诉', 'An appeal against the judgment is made within 15 days'],
  }),
  line('DL-CT-APP-RULING', 'civilProcedure', '10 day', {
    at: '第一百七十一条',
    ...{ roll: true, side: 'right', bearer: 'person', confidence: 'V2', onExpire: 'lapses' },
    event: ['一审裁定书送达', 'the ruling is served'],
    words: ['对裁定不服的，10 日内上诉', 'An appeal against a ruling is made within 10 days'],
  }),
  line('DL-CT-PO', 'civilProcedure', '5 day', {
    at: '第二百二十六条',
    ...{ roll: true, side: 'duty', bearer: 'court', confidence: 'V1', onExpire: 'breach' },
    event: ['收到支付令申请', 'the application for a payment order arrives'],
    words: ['法院 5 日内通知是否受理', 'The court says within 5 days whether it takes it'],
  }),
  line('DL-CT-PO-ISSUE', 'civilProcedure', '15 day', {
    at: '第二百二十七条',
    ...{ roll: true, side: 'duty', bearer: 'court', confidence: 'V1', onExpire: 'breach' },
    event: ['受理支付令申请', 'the application is accepted'],
    words: ['法院 15 日内发出支付令', 'The court issues the payment order within 15 days'],
  }),
  line('DL-CT-PO-PAY', 'civilProcedure', '15 day', {
    at: '第二百二十七条',
    ...{ roll: true, side: 'duty', bearer: 'employer', confidence: 'V1', onExpire: 'takes_effect' },
    event: ['收到支付令', 'the payment order arrives'],
    words: ['用人单位 15 日内清偿或提出异议', 'The employer pays or objects within 15 days'],
  }),
  line('DL-CT-ENF', 'civilProcedure', '2 year', {
    at: '第二百五十条',
    ...{ roll: false, side: 'right', bearer: 'person', confidence: 'V1', onExpire: 'lapses' },
    event: ['法律文书规定的履行期满', 'the period to perform has ended'],
    words: ['2 年内申请强制执行', 'Apply for enforcement within 2 years'],
  }),
  line('DL-INJ-EMP', 'workInjury', '30 day', {
    at: '第十七条',
    ...{ roll: true, side: 'duty', bearer: 'employer', confidence: 'V1', onExpire: 'opens_next' },
    event: ['事故发生或被诊断为职业病', 'the accident or the diagnosis'],
    words: ['用人单位 30 日内申请工伤认定', 'The employer applies for recognition within 30 days'],
  }),
  line('DL-INJ-WRK', 'workInjury', '1 year', {
    at: '第十七条',
    ...{ roll: true, side: 'right', bearer: 'person', confidence: 'V1', onExpire: 'lapses' },
    event: ['事故发生或被诊断为职业病', 'the accident or the diagnosis'],
    words: [
      '单位没有申请的，职工、近亲属或工会可在 1 年内申请工伤认定',
      'Where the employer did not, the worker, kin or the union may apply within 1 year',
    ],
  }),
  line('DL-INJ-DEC', 'workInjury', '60 day', {
    at: '第二十条',
    ...{ roll: true, side: 'duty', bearer: 'agency', confidence: 'V1', onExpire: 'breach' },
    pauseOn: ['supplement', 'other_authority'],
    event: ['受理工伤认定申请', 'the application is accepted'],
    words: ['60 日内作出工伤认定决定', 'Recognition is decided within 60 days'],
  }),
  line('DL-INJ-FAST', 'workInjury', '15 day', {
    at: '第二十条',
    ...{
      roll: true,
      side: 'duty',
      bearer: 'agency',
      confidence: 'V1',
      onExpire: 'breach',
      pauseOn: ['other_authority'],
    },
    event: ['受理事实清楚的工伤认定申请', 'a clear application is accepted'],
    words: ['事实清楚的，15 日内作出决定', 'Where the facts are clear it is decided within 15 days'],
  }),
  line('DL-ADM-REC', 'reconsideration', '60 day', {
    at: '第二十条',
    ...{ roll: true, side: 'right', bearer: 'person', confidence: 'V1', onExpire: 'lapses' },
    event: ['知道或者应当知道行政行为', 'one knows of the administrative act'],
    words: ['60 日内申请行政复议', 'Ask for administrative reconsideration within 60 days'],
  }),
]
