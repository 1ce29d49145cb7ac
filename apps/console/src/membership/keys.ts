import { notMe } from '@gongqiao/modules/membership/machine.ts'

/** Names one matter of one cell. */
export type MatterKey = { readonly cell: number; readonly matter: string }

/** Names one membership of one cell. */
export type MemberKey = { readonly cell: number; readonly membership: string }

const report = '.report'

/** A matter as one word, for the address and for list rows: `330281.0193…`, and `330281.0193….report` for a report 不是我. */
export function matterWord({ cell, matter, kind }: MatterKey & { readonly kind?: string }): string {
  return `${cell}.${matter}${kind === notMe.name ? report : ''}`
}

/** Tells whether such a word names a report 不是我 rather than an application. */
export function isReportWord(word: string): boolean {
  return word.endsWith(report)
}

export function memberWord({ cell, membership }: MemberKey): string {
  return `${cell}.${membership}`
}

const shape = /^(\d{1,6})\.([0-9a-f-]{36})$/

/** Reads such a word back; null for anything else, for the address is typed by people. */
export function matterKeyOf(word: string | undefined): MatterKey | null {
  const [, cell, matter] = shape.exec(word?.replace(/\.report$/, '') ?? '') ?? []
  return cell === undefined || matter === undefined ? null : { cell: Number(cell), matter }
}

export function memberKeyOf(word: string | undefined): MemberKey | null {
  const key = matterKeyOf(word)
  return key === null ? null : { cell: key.cell, membership: key.matter }
}
