import { speaker } from '@gongqiao/kernel/shared/texts.ts'

const zh = {
  title: '入会海报',
  head: '扫码加入工会',
  'step.1': '用微信或手机相机扫这个码',
  'step.2': '填三样：姓名、证件号码、手机号',
  'step.3': '当场拿到电子会员证，先标“待确认”；工会在 {workdays} 个工作日内确认',
  type: '扫不了？在浏览器打开 {link}，或在{brand}里输入短码',
  dataTitle: '您的资料怎么用',
  'data.1': '谁在处理：{unit}及上级工会。',
  'data.2': '用来做什么：办入会、发会员证、转接会籍、提供服务和帮助。不打分，不排名，不看您说了什么。',
  'data.3': '收集什么：姓名、证件号码、手机号。号码加密保存，看的人也只看得到头尾几位。',
  'data.4': '谁看得到：只有承担这项工作的岗位。谁看过、什么时候看的，您随时能查。',
  'data.5': '不告诉用人单位您是否入会。不收费，不用刷脸，申请随时可以撤回。',
  until: '有效到 {day}',
  upper: '上级工会：{upper}',
  help: '不会用手机，到工会窗口请人代办。咨询电话 {hotline}',
} as const

const en = {
  title: 'Poster for joining',
  head: 'Scan to join the union',
  'step.1': 'Scan this square with WeChat or your camera',
  'step.2': 'Fill in three things: name, document number, phone',
  'step.3': 'You get a card at once, marked "to be confirmed"; the union confirms within {workdays} working days',
  type: 'Cannot scan? Open {link} in a browser, or type the short code in {brand}',
  dataTitle: 'What happens with your data',
  'data.1': 'Who handles it: {unit} and the unions above it.',
  'data.2':
    'What for: joining, your card, moving your membership, services and help. No scores, no rankings, nobody watches what you say.',
  'data.3':
    'What is collected: name, document number, phone. Numbers are stored encrypted and shown with only their ends.',
  'data.4': 'Who sees it: only posts that do this work. You can always see who looked, and when.',
  'data.5':
    'Your employer is not told whether you join. It costs nothing, needs no face scan, and you can withdraw at any time.',
  until: 'Valid until {day}',
  upper: 'Union above: {upper}',
  help: 'No phone at hand? Ask at a union window. Helpline {hotline}',
} as const

/** What a poster for joining says, on paper and in its preview. */
export const posterTexts = speaker(zh, en)

/** Parts of a poster's list of what happens with the data (PI-04). */
export const posterData = ['data.1', 'data.2', 'data.3', 'data.4', 'data.5'] as const

/** A short code in two groups of three, as it is read aloud. */
export function spacedShortCode(shortCode: string): string {
  return `${shortCode.slice(0, 3)} ${shortCode.slice(3)}`
}
