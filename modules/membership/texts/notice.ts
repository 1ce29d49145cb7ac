import type { Language } from '@gongqiao/kernel/shared/texts.ts'

/** The version of the notice 个人信息告知书; a change of its words is a new version and is agreed to anew (PI-03, PI-04). */
export const noticeVersion = '2026-11'

type Notice = { readonly title: string; readonly paragraphs: readonly string[]; readonly sensitive: string }

/** What a person reads before they join (PI-04), and the words of the separate consent for the identity number (PI-09). */
export const notice: { readonly [L in Language]: Notice } = {
  zh: {
    title: '加入工会前，请先了解',
    paragraphs: [
      '谁在处理：您要加入的工会及其上级工会。有疑问可以问工会窗口，或拨打 12351。',
      '用来做什么：办理入会、制发会员证、转接会籍，提供工会服务和帮助。不用于评分、排名，也不用于监看您的言论。',
      '收集什么：姓名、证件类别和号码、手机号。证件里能看出的出生日期和性别不再另外问您。',
      '谁能看到：只有所在工会及上级工会中承担这项工作的岗位能看到，号码默认隐去中间各位。每一次查看都会记录，您可以随时看到。',
      '不会告诉用人单位：我们不向用人单位提供您是否入会的信息。',
      '保存多久：会籍存续期间及法律规定的期限。退会后除法律要求保留的以外，停止使用。',
      '您的权利：查阅、复制、更正、撤回同意、要求删除。撤回申请在“我的”里两步完成，与提交一样方便。',
    ],
    sensitive: '我单独同意：为核对身份、避免重复入会，处理我的证件号码。号码加密保存。',
  },
  en: {
    title: 'Before you join',
    paragraphs: [
      'Who handles it: the union you join and the unions above it. Ask at a union window or call 12351.',
      'What for: joining, your card, moving your membership, union services and help. Never for scores or rankings, never to watch what you say.',
      'What is collected: name, kind and number of your document, phone. Birth date and sex that the document holds are not asked again.',
      'Who sees it: only posts of your union and the unions above that do this work; numbers are masked by default. Every look is recorded and you can see it.',
      'Your employer is not told: we give employers no information on whether you have joined.',
      'How long: while you are a member and as long as law asks. After you leave, use ends but for what law keeps.',
      'Your rights: to see, copy, correct, withdraw consent and ask for deletion. Withdrawing an application takes two steps in “Me”, as easy as sending it.',
    ],
    sensitive:
      'I separately agree that my document number is used to check who I am and to avoid joining twice. It is stored encrypted.',
  },
}
