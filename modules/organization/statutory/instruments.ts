/** An instrument of law that the register takes periods from: its title and the day its text as cited is in force. */
export type Instrument = { readonly title: string; readonly from: string }

/** The instruments behind the register of statutory deadlines, by short names of our own. */
export const instruments = {
  mediationAndArbitration: { title: '《劳动争议调解仲裁法》', from: '2008-05-01' },
  arbitrationRules: { title: '《劳动人事争议仲裁办案规则》', from: '2017-07-01' },
  employerMediation: { title: '《企业劳动争议协商调解规定》', from: '2012-01-01' },
  civilProcedure: { title: '《民事诉讼法》', from: '2024-01-01' },
  onlineMediation: { title: '《人民法院在线调解规则》', from: '2022-01-01' },
  invitedMediation: { title: '《最高人民法院关于人民法院特邀调解的规定》', from: '2016-07-01' },
  legalAid: { title: '《法律援助法》', from: '2022-01-01' },
  petitions: { title: '《信访工作条例》', from: '2022-05-01' },
  simplePetitions: { title: '信访事项简易办理办法（试行）', from: '2022-05-01' },
  supervisionZhejiang: { title: '《浙江省工会劳动法律监督条例》', from: '2016-12-01' },
  supervisionLocal: { title: '地方工会劳动法律监督条例', from: '2021-03-31' },
  inspection: { title: '《劳动保障监察条例》', from: '2004-12-01' },
  migrantWages: { title: '《保障农民工工资支付条例》', from: '2020-05-01' },
  wageBlacklist: { title: '《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》', from: '2022-01-01' },
  collectiveContracts: { title: '《集体合同规定》', from: '2004-05-01' },
  labourContracts: { title: '《劳动合同法》', from: '2013-07-01' },
  workInjury: { title: '《工伤保险条例》', from: '2011-01-01' },
  hardship: { title: '困难职工帮扶公示，全国推荐值', from: '2020-01-01' },
  honours: { title: '评选表彰公示，全国推荐值', from: '2020-01-01' },
  incidents: { title: '《国家网络安全事件报告管理办法》', from: '2025-11-01' },
  networkData: { title: '《网络数据安全管理条例》', from: '2025-01-01' },
  personalInformation: { title: '《个人信息保护法》配套推荐值', from: '2021-11-01' },
  reconsideration: { title: '《行政复议法》', from: '2024-01-01' },
} as const satisfies { readonly [name: string]: Instrument }

export type InstrumentName = keyof typeof instruments
