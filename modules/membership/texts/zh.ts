import { lifeZh } from '../life/texts/zh.ts'
import { transferZh } from '../transfer/texts/zh.ts'

export const zh = {
  'membership.past_of_one_county':
    '请选一个县或它下面的工会\n过去某一天的名册按县查；全国、省、市的数字可以在“数字”里按日查。',
  'membership.code_malformed': '这不是一个入会码\n请重新扫描，或请工会重新给您一个。',
  'membership.code_forged': '这个入会码是伪造的\n请不要在这个页面填写信息，可拨打 12351 核实。',
  'membership.code_foreign': '这个入会码属于另一个平台\n请用它所在平台的入口打开，或向您的工会要本平台的入会码。',
  'membership.code_expired': '这个入会码过期了\n请向工会要一个新的入会码，或拨打 12351。',
  'membership.code_revoked': '这个入会码已停用\n请向工会要一个新的入会码，或拨打 12351。',
  'membership.short_code_unknown':
    '没有这个短码\n请对着海报把六个字符再核对一遍：短码里没有 0、1、I、L、O、S、Z。也可以扫海报上的二维码，或拨打 12351。',
  'membership.posters_by_county': '一次最多做一个县区、{most} 家工会的海报\n请到县区一级或更下一级去做。',
  'membership.no_open_codes': '这里还没有能用的入会码\n请先做码，再下载海报。',
  'membership.unit_closing': '这家工会正在合并或注销，暂不接收新会员\n请联系上一级工会，或拨打 12351。',
  'membership.application_open': '您有一份申请还在办理：{unit}\n可以改为申请加入这家工会，原申请会撤下。',
  'membership.nothing_to_claim':
    '没有找到用这三样登记的名册记录\n名册上的手机号可能没有或写错了。请扫您工会的入会码加入，工会确认时会和名册对上；也可以带证件到工会窗口办理，或拨打 12351。',
  'membership.number_of_another':
    '这个号码不能登记在这份会籍上\n请核对证件。核对无误的，请联系上一级工会，或拨打 12351。',
  'membership.listed_unclaimed':
    '这条名册记录还没有本人认领\n请本人扫入会码认领，或在“窗口代办”替本人办入会，确认时会和名册对上。',
  'membership.letter_of_members':
    '这里开不了会籍证明\n本人现在不是这家工会的正式会员。请看会籍在哪家工会，把事项转过去。',
  'membership.no_card': '还没有会员证\n扫描工会的入会码就可以加入。',
  'membership.search_no_name': '请输入姓名，或姓名里的字',
  'membership.list_without_names': '名单里没有“姓名”或“会员编号”这一列\n请在第一行写上列名，再选一次文件。',
  'membership.search_no_number': '证件号码或手机号请输完整',
  'membership.view_holds_number': '保存的视图里不能有证件号码或手机号',
  'membership.too_many_views': '最多保存 {limit} 个视图\n请先删掉不用的。',
  'membership.decided_in_future': '决定日期不能晚于今天',
  'membership.decided_before_application': '决定日期不能早于申请日期',
  'membership.person_must_prove': '需要本人核对后才能确认\n请本人带证件到工会窗口办理，或按收到的短信提示操作。',
  'membership.application_ended': '这份申请已经办结\n请刷新查看最新进度。',
  'membership.expiry_days': '有效期为 1 至 365 天',
  'membership.paper_missing': '没有找到上传的签字材料，请重新上传',
  'membership.proof_needs_phone': '用验证码确认时，请填写手机号',
  'membership.message.confirmed.title': '{unit}已确认您入会',
  'membership.message.confirmed.text': '会籍从 {since} 起算。电子会员证已生效，现在可以参加选举和享受全部会员服务。',
  'membership.message.returned.title': '{unit}退回了您的申请，请补充',
  'membership.message.returned.text': '原因：{reason}。打开申请修改后再次提交即可，不用重新填写。',
  'membership.message.person_check.title': '{unit}请您核对身份',
  'membership.message.person_check.text':
    '工会已作出决定，还需要您本人带证件到工会窗口核对一次。不方便前往可拨打 12351。',
  'membership.message.alert.title': '有人用您的证件号码申请加入{unit}',
  'membership.message.alert.text':
    '如果是您本人，请确认；如果不是，请告诉我们“不是我”，由工作人员处理。您现在的会籍没有变化。',
  'membership.message.digest.title': '本周待办：{open} 件在办，{overdue} 件已超期',
  'membership.message.digest.text': '打开工作台可以看到每一件和它的到期日。',
  'membership.message.name_corrected.title': '{before}更正了自己的姓名',
  'membership.message.name_corrected.text': '本人把名册上的姓名更正为{name}。有疑问请与本人联系。',
  'membership.message.number_corrected.title': '{unit}更正了您的证件号码',
  'membership.message.number_corrected.text':
    '凭您在窗口出示的证件更正。如果不是您本人去办的，请马上联系您的工会，或拨打 12351。',
  'membership.message.roster_accepted.title': '{name}核对了名册：名册是对的',
  'membership.message.roster_accepted.text':
    '本人同意名册的写法，{unit}的记录已按本人的意思更正；换手机号由本人收验证码后生效。',
  'membership.message.roster_declined.title': '{name}核对了名册：记录是对的',
  'membership.message.roster_declined.text': '本人说{unit}现有的记录是对的，没有改动。请更正名册。',
  'membership.message.roster_left.title': '{name}说已经离开',
  'membership.message.roster_left.text': '本人核对后说已经不在{unit}。会籍还在您这里，请与本人联系办理转会或保留会籍。',
  'membership.message.roster_denied.title': '{name}说名册上不该有自己',
  'membership.message.roster_denied.text':
    '{unit}名册上的这一条已结束。待办里有一件“不是我”申告，请核实名册后答复本人。',
  'membership.message.roster_elsewhere.title': '{name}选择了另一家工会',
  'membership.message.roster_elsewhere.text': '本人在几份名册里选了别处，{unit}名册上的这一条已结束。',
  'membership.message.roster_wish.title': '{name}想把会籍转到{unit}',
  'membership.message.roster_wish.text': '本人是会员，已登记转会意愿；名册上的这一条已结束，转会办好后会进入您的名册。',
  'membership.alert_text':
    '【{brand}】有人用您的证件号码申请加入{unit}。如非本人，请打开工桥点“不是我”或拨打 12351。您现在的会籍没有变化。',
  'membership.reason.name_and_number_differ': '姓名和证件号码对不上',
  'membership.reason.not_working_here': '不在本工会覆盖的单位工作',
  'membership.reason.other_unit': '应加入另一家工会',
  'membership.reason.details_missing': '材料不完整',
  'membership.reason.other': '其他原因',
  'membership.alert_answered': '这件事您已经答复过了\n请刷新查看最新进度。',
  'membership.message.answered.title': '{unit}答复了您的“不是我”申告',
  'membership.message.answered.text': '打开可以看到答复。解决了请您确认，没有解决可以要求继续办理。',
  'membership.message.due_moved.title': '您的一个期限提前到 {to}',
  'membership.message.due_moved.text': '节假日安排或时限规则有了变化，期限从 {from} 提前到 {to}。请按新的日期办理。',
  ...lifeZh,
  ...transferZh,
} as const
