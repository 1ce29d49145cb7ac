import { bandOf, findSize, type SizeTable } from './bands.ts'

/**
 * Tells whether a meeting may leave empty seats unfilled: with those elected the committee is still of a size that the
 * table allows.
 *
 * @see ELE-60
 */
export function mayReduceSeats(table: SizeTable, members: number, elected: number): boolean {
  return bandOf(table, members) !== undefined && findSize(table, members, elected) === 'ok'
}
