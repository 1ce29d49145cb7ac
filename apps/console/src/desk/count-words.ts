import { formatNumber } from '@gongqiao/ui/format.ts'

/** The server stops counting a cell here. */
const countedAtMost = 1_000

/** A count of the queue as a badge shows it: 1,000 and more are "1,000+". */
export function countWords(count: number): string {
  return count < countedAtMost ? formatNumber(count) : `${formatNumber(countedAtMost)}+`
}
