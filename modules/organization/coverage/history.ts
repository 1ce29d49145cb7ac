import type { Tx } from '@gongqiao/kernel/database/tx.ts'

type When = { readonly today: string; readonly now: Date }

const lastLine = `select l.* from organization.employer_history l
  where l.cell_id = $1 and l.employer_id = e.id order by l.number desc limit 1`
const columns = `(cell_id, employer_id, number, path, name, credit_code, industry, division_code, employees,
  covered_by, covered_since, taken_back, valid_from, recorded_at)`

/**
 * Keeps what employers of one cell are now, and who covers them, in their history 用人单位变化; to be called after every
 * change of either. Nothing is kept of those that are as they were.
 *
 * @param as `from today`: it became so; `never otherwise`: the last line was a mistake, and this one takes its days
 */
export async function keepEmployers(
  tx: Tx,
  cell: number,
  employers: readonly string[],
  { today, now }: When,
  as: 'from today' | 'never otherwise' = 'from today',
): Promise<void> {
  await tx.run(
    `insert into organization.employer_history ${columns}
     select $1, e.id, coalesce(h.number, 0) + 1, e.path, e.name, e.credit_code, e.industry, e.division_code, e.employees,
       c.unit_id, c.valid_from, false,
       case when $5 and h.number is not null then h.valid_from
         else least($3::date, case when h.covered_by is null then c.valid_from end) end, $4
     from organization.employer e
     left join lateral (${lastLine}) h on true
     left join lateral (select c.unit_id, c.valid_from from organization.covered_unit c
       where c.cell_id = $1 and c.employer_id = e.id and c.valid_to is null order by c.valid_from, c.unit_id limit 1) c on true
     where e.cell_id = $1 and e.id = any($2::uuid[]) and (h.number is null
       or (h.path, h.name, h.credit_code, h.industry, h.division_code, h.employees, h.covered_by)
         is distinct from (e.path, e.name, e.credit_code, e.industry, e.division_code, e.employees, c.unit_id))`,
    [cell, employers, today, now, as === 'never otherwise'],
  )
}

/** Keeps in the history that employers were entered by mistake: those of them that are no more never were. */
export async function keepTakenBack(tx: Tx, cell: number, employers: readonly string[], now: Date): Promise<void> {
  await tx.run(
    `insert into organization.employer_history ${columns}
     select $1, h.employer_id, h.number + 1, h.path, h.name, h.credit_code, h.industry, h.division_code, h.employees, null, null, true,
       (select min(f.valid_from) from organization.employer_history f where f.cell_id = $1 and f.employer_id = h.employer_id), $3
     from unnest($2::uuid[]) as e (id) cross join lateral (${lastLine}) h
     where not h.taken_back and not exists (select from organization.employer o where o.cell_id = $1 and o.id = e.id)`,
    [cell, employers, now],
  )
}
