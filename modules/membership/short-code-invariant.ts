import { type Breach, type Invariant, inEachRow } from '@gongqiao/kernel/verify/invariant.ts'
import { cellsWithCodes } from './national-scans.ts'

type Named = { readonly id: string; readonly leads: boolean }

/** A year after its end a code's short one may stand for another: such codes are left alone. */
const named = `select c.id, c.expires_at + interval '365 days' <= now()
      or exists (select from membership.short_code s where s.code = c.short_code and s.cell_id = $1 and s.code_id = c.id) as leads
  from membership.joining_code c where c.cell_id = $1 and c.id > $2 order by c.id limit $3`

function breachOf({ id, leads }: Named, cell: number): Breach | undefined {
  return leads
    ? undefined
    : { row: `membership.joining_code (${cell}, ${id})`, words: 'has a short code that leads elsewhere' }
}

/** What holds of short codes. */
export const shortCodeInvariant: Invariant = {
  name: 'membership.short_code',
  words: 'the short code on a poster leads to its joining code',
  check: inEachRow<Named>(cellsWithCodes, named, breachOf),
}
