import { line } from './row.ts'

/** Collective bargaining, layoffs, wages, public notices, and the platform's own duties (rulebook 2.9–2.11, 9). */
export const bargainingAndTheRest = [
  line('DL-CB-ANS', 'collectiveContracts', '20 day', {
    at: '第三十二条',
    ...{ roll: true, side: 'duty', bearer: 'other_side', confidence: 'V1', onExpire: 'breach' },
    event: ['收到集体协商要求', 'the demand to bargain arrives'],
    words: ['对方 20 日内书面回应', 'The other side answers in writing within 20 days'],
  }),
  line('DL-CB-FILE', 'collectiveContracts', '10 day', {
    at: '第四十二条',
    ...{ roll: true, side: 'duty', bearer: 'employer', confidence: 'V1', onExpire: 'breach' },
    event: ['双方首席代表签字', 'the chief negotiators sign'],
    words: ['用人单位 10 日内报送集体合同', 'The employer files the collective contract within 10 days'],
  }),
  line('DL-CB-REV', 'labourContracts', '15 day', {
    at: '第五十四条',
    ...{ roll: true, side: 'duty', bearer: 'labour_bureau', confidence: 'V1', onExpire: 'takes_effect' },
    event: ['劳动行政部门收到集体合同', 'the labour bureau receives the contract'],
    words: ['15 日内未提出异议的，集体合同即行生效', 'Without an objection within 15 days it takes effect'],
  }),
  line('DL-CB-RENEW', 'collectiveContracts', '3 month', {
    at: '第三十八条',
    ...{ roll: false, counting: 'before', side: 'right', bearer: 'parties', confidence: 'V1', onExpire: 'none' },
    event: ['集体合同期满', 'the contract ends'],
    words: ['期满前 3 个月内，任何一方可以要求续订', 'In the 3 months before its end either side may ask to renew it'],
  }),
  line('DL-LAY-30', 'labourContracts', '30 day', {
    at: '第四十一条',
    ...{
      roll: false,
      counting: 'before_clear',
      side: 'duty',
      bearer: 'employer',
      confidence: 'V1',
      onExpire: 'breach',
    },
    event: ['实施裁员方案', 'the layoff plan is carried out'],
    words: [
      '裁员须提前 30 日向工会或全体职工说明情况',
      'The union or all staff are told at least 30 days before a layoff',
    ],
  }),
  line('DL-TERM-15', 'labourContracts', '15 day', {
    at: '第五十条',
    ...{ roll: true, side: 'duty', bearer: 'employer', confidence: 'V1', onExpire: 'breach' },
    event: ['劳动合同解除或终止', 'the contract of labour ends'],
    words: ['用人单位 15 日内办理档案和社保转移', 'The employer moves file and social insurance within 15 days'],
  }),
  line('DL-WAGE-ACC', 'migrantWages', '30 day', {
    at: '第二十七条',
    ...{ roll: false, side: 'duty', bearer: 'contractor', confidence: 'V1', onExpire: 'takes_effect' },
    event: ['工程完工且未拖欠工资的公示', 'the notice that the work is done and wages are paid'],
    words: ['公示 30 日后可以注销工资专用账户', 'After a notice of 30 days the wage account may be closed'],
  }),
  line('DL-WAGE-BL', 'wageBlacklist', '3 year', {
    ...{ roll: false, side: 'duty', bearer: 'labour_bureau', confidence: 'V1', onExpire: 'lapses' },
    event: ['列入失信联合惩戒名单', 'the employer is listed'],
    words: [
      '列入期限 3 年；改正满 6 个月可申请提前移出',
      'Listed for 3 years; 6 months after putting it right one may ask to be taken off',
    ],
  }),
  line('DL-HLP-NOT', 'hardship', '5 workday', {
    ...{ roll: false, side: 'duty', bearer: 'union', confidence: 'U', onExpire: 'takes_effect' },
    event: ['张贴公示', 'the notice is posted'],
    words: ['困难职工名单公示 5 个工作日', 'The list is posted for 5 working days'],
  }),
  line('DL-HON-NOT', 'honours', '5 workday', {
    ...{ roll: false, side: 'duty', bearer: 'union', confidence: 'U', onExpire: 'takes_effect' },
    event: ['张贴公示', 'the notice is posted'],
    words: ['评选结果公示 5 个工作日', 'The result is posted for 5 working days'],
  }),
  line('DL-SEC-CII', 'incidents', '1 hour', {
    ...{ roll: false, side: 'duty', bearer: 'operator', confidence: 'V1', onExpire: 'breach' },
    event: ['发现较大以上网络安全事件', 'a serious incident is found'],
    words: ['关键信息基础设施 1 小时内报告', 'Critical infrastructure reports within 1 hour'],
  }),
  line('DL-SEC-ORG', 'incidents', '2 hour', {
    ...{ roll: false, side: 'duty', bearer: 'operator', confidence: 'V1', onExpire: 'breach' },
    event: ['发现较大以上网络安全事件', 'a serious incident is found'],
    words: ['中央和国家机关 2 小时内报告', 'Central and state organs report within 2 hours'],
  }),
  line('DL-SEC-OTH', 'incidents', '4 hour', {
    ...{ roll: false, side: 'duty', bearer: 'operator', confidence: 'V1', onExpire: 'breach' },
    event: ['发现较大以上网络安全事件', 'a serious incident is found'],
    words: ['其他网络运营者 4 小时内报告', 'Other operators report within 4 hours'],
  }),
  line('DL-SEC-VUL', 'networkData', '24 hour', {
    ...{ roll: false, side: 'duty', bearer: 'operator', confidence: 'V1', onExpire: 'breach' },
    event: ['发现危害国家安全、公共利益的漏洞', 'a flaw that endangers the public is found'],
    words: ['24 小时内报告', 'Reported within 24 hours'],
  }),
  line('DL-PI-REQ', 'personalInformation', '15 workday', {
    ...{ roll: false, side: 'duty', bearer: 'operator', confidence: 'U', onExpire: 'raise' },
    event: ['收到本人对个人信息的请求', 'the person’s request about their data arrives'],
    words: ['15 个工作日内答复，最长不超过 30 日', 'Answered within 15 working days, never later than 30 days'],
  }),
]
