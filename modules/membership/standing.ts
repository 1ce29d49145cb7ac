import type { Fact } from '@gongqiao/kernel/command/command.ts'

/** Who of a union's roll, 人, came to have claimed and affirmed (more than 0) or no longer does (less). */
export type StoodChange = { readonly claimed: number; readonly affirmed: number }

/** What one row of the roll counts for. */
export type Standing = { readonly unit: string; readonly claimed: boolean; readonly affirmed: boolean }

/** The fact that figures are folded from: how many of a union's roll have claimed and affirmed changed. */
export function stoodChanged(cell: number, unit: string, { claimed, affirmed }: StoodChange): Fact {
  return { cell, name: 'membership.stood_changed', body: { unit, claimed, affirmed } }
}

/** The facts of rows that came onto the roll (`by` 1) or went from it (-1): none for whoever has not claimed. */
export function stoodFacts(cell: number, rows: readonly Standing[], by: 1 | -1): Fact[] {
  return [...Map.groupBy(rows, (row) => row.unit)].flatMap(([unit, some]) => {
    const claimed = by * some.filter((row) => row.claimed).length
    const affirmed = by * some.filter((row) => row.affirmed).length
    return claimed === 0 && affirmed === 0 ? [] : [stoodChanged(cell, unit, { claimed, affirmed })]
  })
}
