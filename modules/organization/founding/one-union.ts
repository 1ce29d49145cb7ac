import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import type { FoundingForm } from './machine.ts'
import { unionsOfEmployers } from './national-scans.ts'
import { type TypedEmployer, tidyEmployer } from './rules.ts'

/** An open founding by which an employer is held, and the union above that has it in hand. */
export type Holder = { readonly cell: number; readonly matter: string; readonly host: string }

/**
 * Tells whether a union is one of which an employer has one only: a union of members, joint ones among them. A village, a
 * federation or an industry stands above such; who has no employer to speak of belongs to a catch-all union.
 *
 * @see ORG-07, ORG-13
 */
export function isOneOfEmployer(union: { readonly level: string; readonly form: FoundingForm | null }): boolean {
  return union.level === 'grassroots' && union.form !== 'catch_all' && union.form !== 'agency'
}

/**
 * Holds credit codes for a founding. Whoever asks for the same code at the same time waits here, and one of them has it.
 *
 * @returns the codes that another founding holds, and which
 */
export async function holdEmployers(
  tx: Tx,
  at: Holder,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Holder & { readonly upper: string }>> {
  await tx.run(
    'delete from organization.founding_claim where cell_id = $1 and matter_id = $2 and credit_code <> all($3::text[])',
    [at.cell, at.matter, codes],
  )
  if (codes.length === 0) return new Map()
  const rows = await tx.many<Holder & { code: string; upper: string }>(
    `with held as (
       insert into organization.founding_claim (credit_code, cell_id, matter_id, host_unit_id)
       select code, $1, $2, $3 from unnest($4::text[]) as c (code)
       on conflict (credit_code) do update set credit_code = excluded.credit_code
       returning credit_code, cell_id, matter_id, host_unit_id
     )
     select h.credit_code as code, h.cell_id as cell, h.matter_id as matter, h.host_unit_id as host, u.name as upper
     from held h join organization.unit u on u.id = h.host_unit_id order by h.credit_code`,
    // In one order everywhere, so that two joint unions never wait for each other.
    [at.cell, at.matter, at.host, codes.toSorted()],
  )
  return new Map(rows.filter(({ matter }) => matter !== at.matter).map(({ code, ...holder }) => [code, holder]))
}

/** Lets go of what a founding holds: it has ended, or its union covers its employers now. */
export async function letGoOfEmployers(tx: Tx, at: Pick<Holder, 'cell' | 'matter'>): Promise<void> {
  await tx.run('delete from organization.founding_claim where cell_id = $1 and matter_id = $2', [at.cell, at.matter])
}

/** A founding as far as it is asked whether its employers are free. */
type About = Holder & { readonly level: string; readonly form: FoundingForm; readonly unit: string | null }

/**
 * Holds the employers of a founding that an officer names, each by itself where it covers many.
 *
 * Refuses `kernel.invalid_input` with every employer that has a union already or is in hand elsewhere, and with whom to turn
 * to; who asked there is not told.
 *
 * @param others what else is wrong, told along with it
 * @see ORG-07
 */
export async function takeEmployers(
  tx: Tx,
  at: About,
  employers: readonly TypedEmployer[],
  others: readonly Fault[] = [],
): Promise<void> {
  const typed = employers.map((employer) => tidyEmployer(employer).creditCode)
  const codes = isOneOfEmployer(at) ? [...new Set(typed.filter((code) => code !== undefined))] : []
  const unions = await unionsByCode(tx, codes, at.unit)
  const held = await holdEmployers(tx, at, codes)
  const faults = typed.flatMap((code, index): Fault[] => {
    const field = `/employers/${index}/creditCode`
    const union = unions.get(code ?? '')
    if (union !== undefined) return [unionThere(field, union)]
    const other = held.get(code ?? '')
    return other ? [{ field, code: 'organization.founding.in_hand', variables: { upper: other.upper } }] : []
  })
  if (faults.length + others.length > 0) throw new Refusal('kernel.invalid_input', { faults: [...others, ...faults] })
}

/** Refuses `kernel.invalid_input` to somebody who asks for a union where there is one: they are told which to join. */
export async function refuseWhereUnionIs(tx: Tx, code: string): Promise<void> {
  const union = (await unionsByCode(tx, [code], null)).get(code)
  if (union !== undefined)
    throw new Refusal('kernel.invalid_input', { faults: [unionThere('/employer/creditCode', union)] })
}

/** Refuses `organization.founding.second_union` where an employer that a union is to cover has another one by now. */
export async function refuseSecondUnion(
  tx: Tx,
  union: { readonly id: string; readonly level: string; readonly form: FoundingForm | null },
  employers: readonly TypedEmployer[],
): Promise<void> {
  if (!isOneOfEmployer(union)) return
  const codes = employers.flatMap(({ creditCode }) => creditCode ?? [])
  const others = await unionsByCode(tx, codes, union.id)
  const taken = employers.find(({ creditCode }) => others.has(creditCode ?? ''))
  if (taken)
    throw new Refusal('organization.founding.second_union', {
      variables: { employer: taken.name, union: others.get(taken.creditCode ?? '') ?? '' },
    })
}

const unionThere = (field: string, union: string): Fault => ({
  field,
  code: 'organization.founding.union_there',
  variables: { union },
})

async function unionsByCode(
  tx: Tx,
  codes: readonly string[],
  but: string | null,
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await unionsOfEmployers(tx, codes)
  return new Map(rows.filter(({ unit }) => unit !== but).map(({ code, name }) => [code, name]))
}
