import type { Paper } from '@gongqiao/kernel/documents/paper.ts'

/** Of whom a letter speaks, and who signs it. */
export type Letter = {
  readonly name: string
  /** First two characters and the last of the number: enough to tell two people of one name apart. */
  readonly mask: string
  readonly since: string
  readonly unit: string
  readonly number: string
  readonly on: string
  readonly brand: string
  readonly made: Date
}

/** 会籍证明 as a paper: in Chinese, since it is shown to others here. */
export function letterPaper({ name, mask, since, unit, number, on, brand, made }: Letter): Paper {
  return {
    title: '会籍证明',
    language: 'zh',
    number: `编号 ${number}`,
    brand,
    made,
    blocks: [
      {
        kind: 'text',
        indent: true,
        text: `兹证明${name}（证件号码 ${mask}）系${unit}会员，会籍自${day(since)}起。`,
      },
      { kind: 'text', indent: true, text: '特此证明。' },
      { kind: 'signature', by: unit, on: day(on) },
      { kind: 'text', small: true, text: '会籍以本人会员证上的动态码为准：请持证人出示会员证，扫码即可核对。' },
    ],
  }
}

/** `2026-03-05` as `2026年3月5日`. */
function day(text: string): string {
  const [year, month, date] = text.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
