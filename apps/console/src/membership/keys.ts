/** Names one membership of one cell. */
export type MemberKey = { readonly cell: number; readonly membership: string }

const shape = /^(\d{1,6})\.([0-9a-f-]{36})$/

/** A membership as one word, for the address and for list rows: `330281.0193…`. */
export function memberWord({ cell, membership }: MemberKey): string {
  return `${cell}.${membership}`
}

/** Reads such a word back; null for anything else, for the address is typed by people. */
export function memberKeyOf(word: string | undefined): MemberKey | null {
  const [, cell, membership] = shape.exec(word ?? '') ?? []
  return cell === undefined || membership === undefined ? null : { cell: Number(cell), membership }
}
