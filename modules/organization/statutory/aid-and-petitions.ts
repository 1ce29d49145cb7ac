import { line } from './row.ts'

const hearingAndSupplement = ['hearing', 'supplement', 'other_authority'] as const

/** Legal aid and petitions (rulebook 2.5, 2.6). */
export const aidAndPetitions = [
  line('DL-AID-DEC', 'legalAid', '7 day', {
    at: '第四十三条',
    ...{ roll: true, altUnit: 'workday', side: 'duty', bearer: 'aid_body', confidence: 'V1', onExpire: 'breach' },
    pauseOn: ['supplement'],
    event: ['收到法律援助申请', 'the application for legal aid arrives'],
    words: ['7 日内决定是否给予法律援助', 'Whether aid is given is decided within 7 days'],
  }),
  line('DL-AID-ASG', 'legalAid', '3 day', {
    at: '第四十三条',
    ...{ roll: true, altUnit: 'workday', side: 'duty', bearer: 'aid_body', confidence: 'V1', onExpire: 'breach' },
    event: ['决定给予法律援助', 'aid is decided'],
    words: ['3 日内指派律师或援助人员', 'A lawyer is assigned within 3 days'],
  }),
  line('DL-AID-OBJ', 'legalAid', '5 day', {
    at: '第四十九条',
    ...{
      roll: true,
      altUnit: 'workday',
      side: 'duty',
      bearer: 'justice_department',
      confidence: 'V1',
      onExpire: 'breach',
    },
    event: ['收到异议', 'the objection arrives'],
    words: ['司法行政部门 5 日内审查异议', 'The justice department looks into the objection within 5 days'],
  }),
  line('DL-AID-TRANS', 'legalAid', '24 hour', {
    at: '第三十九条',
    ...{ roll: false, side: 'duty', bearer: 'place', confidence: 'V1', onExpire: 'breach' },
    event: ['羁押场所收到申请', 'the place of custody receives the application'],
    words: ['24 小时内转交法律援助申请', 'The application is passed on within 24 hours'],
  }),
  line('DL-PET-INF', 'petitions', '15 day', {
    at: '第二十三条',
    ...{ roll: true, side: 'duty', bearer: 'petition_unit', confidence: 'V1', onExpire: 'raise' },
    event: ['收到信访事项或转送件', 'the petition arrives or is transferred in'],
    words: ['15 日内书面告知是否受理', 'Whether it is accepted is told in writing within 15 days'],
  }),
  line('DL-PET-OBJ', 'petitions', '5 workday', {
    at: '第二十三条',
    ...{ roll: false, side: 'duty', bearer: 'petition_unit', confidence: 'V1', onExpire: 'takes_effect' },
    event: ['收到转送件', 'the petition is transferred in'],
    words: ['不属于本单位职责的，5 个工作日内提出异议', 'Whoever it does not belong to objects within 5 working days'],
  }),
  line('DL-PET-CON', 'petitions', '60 day', {
    at: '第三十四条',
    ...{ roll: true, side: 'duty', bearer: 'petition_unit', confidence: 'V1', onExpire: 'raise' },
    ...{
      extend: { max: 30, approver: '本单位负责人', approverEn: 'the head of the unit', notify: '告知信访人延期理由' },
      pauseOn: hearingAndSupplement,
    },
    event: ['受理信访事项', 'the petition is accepted'],
    words: ['60 日内办结，复杂的可延长不超过 30 日', 'Concluded within 60 days, at most 30 more where complex'],
  }),
  line('DL-PET-SMP', 'simplePetitions', '10 workday', {
    ...{ roll: false, side: 'duty', bearer: 'petition_unit', confidence: 'V2', onExpire: 'raise' },
    event: ['受理简易办理的信访事项', 'a simple petition is accepted'],
    words: ['简易办理的，10 个工作日内办结', 'A simple petition is concluded within 10 working days'],
  }),
  line('DL-PET-RVQ', 'petitions', '30 day', {
    at: '第三十五条',
    ...{ roll: true, side: 'right', bearer: 'person', confidence: 'V1', onExpire: 'lapses' },
    event: ['收到书面答复', 'the written reply arrives'],
    words: ['对处理意见不服的，30 日内请求复查', 'Whoever disagrees asks for review within 30 days'],
  }),
  line('DL-PET-RV', 'petitions', '30 day', {
    at: '第三十五条',
    ...{
      roll: true,
      side: 'duty',
      bearer: 'petition_unit',
      confidence: 'V1',
      onExpire: 'raise',
      pauseOn: hearingAndSupplement,
    },
    event: ['收到复查请求', 'the request for review arrives'],
    words: ['30 日内提出复查意见并书面答复', 'The review is answered in writing within 30 days'],
  }),
  line('DL-PET-RRQ', 'petitions', '30 day', {
    at: '第三十六条',
    ...{ roll: true, side: 'right', bearer: 'person', confidence: 'V1', onExpire: 'lapses' },
    event: ['收到复查答复', 'the answer to the review arrives'],
    words: ['对复查意见不服的，30 日内请求复核', 'Whoever disagrees asks for a second review within 30 days'],
  }),
  line('DL-PET-RR', 'petitions', '30 day', {
    at: '第三十六条',
    ...{ roll: true, side: 'duty', bearer: 'petition_unit', confidence: 'V1', onExpire: 'raise', pauseOn: ['hearing'] },
    event: ['收到复核请求', 'the request for a second review arrives'],
    words: [
      '30 日内提出复核意见；听证时间不计入',
      'The second review is answered within 30 days; a hearing does not count',
    ],
  }),
]
