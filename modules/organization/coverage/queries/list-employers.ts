import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findOpenUnit } from '../../open-unit.ts'
import { employerKindOf } from '../employer-kind.ts'
import { EmployerPage } from '../shapes.ts'

type Row = {
  readonly id: string
  readonly path: string
  readonly name: string
  readonly creditCode: string | null
  readonly industry: string | null
  readonly divisionCode: string | null
  readonly employees: number | null
  readonly union: string | null
  readonly unionName: string | null
  readonly since: string | null
}

/** The employers at a union's place and below: all, those with a union, those without, or social organizations. */
export function employersQuery(act: string, pageSize: number) {
  return query({
    act,
    by: ['post'],
    input: Type.Object(
      {
        unit: Id,
        only: Type.Optional(Type.Enum(['covered', 'uncovered', 'social'])),
        after: Type.Optional(Cursor),
      },
      { additionalProperties: false },
    ),
    output: EmployerPage,
    async run({ tx, input, allow }) {
      const unit = await findOpenUnit(tx, input.unit)
      if (!unit) throw absent()
      allow({ cell: unit.cell_id, path: unit.path })
      const after = readEmployerCursor(input.after)
      const rows = await tx.many<Row>(
        `select e.id, e.path, e.name, e.credit_code as "creditCode", e.industry, e.division_code as "divisionCode", e.employees,
           c.unit_id as union, u.name as "unionName", c.valid_from as since
         from organization.employer e
         left join lateral (select c.unit_id, c.valid_from from organization.covered_unit c
           where c.cell_id = $1 and c.employer_id = e.id and c.valid_to is null order by c.valid_from limit 1) c on true
         left join organization.unit u on u.id = c.unit_id
         where e.cell_id = $1 and e.path >= $2 and e.path < $3 and (e.path, e.id) > ($4, $5)
           and case $6 when 'covered' then c.unit_id is not null when 'uncovered' then c.unit_id is null
             when 'social' then e.credit_code like '5%' else true end
         order by e.path, e.id limit $7`,
        [unit.cell_id, unit.path, `${unit.path}~`, after.path, after.id, input.only ?? '', pageSize + 1],
      )
      const items = rows.slice(0, pageSize)
      const last = items.at(-1)
      return {
        items: items.map(({ path: _, union, unionName, ...row }) => ({
          ...row,
          kind: employerKindOf(row.creditCode),
          union: union !== null && unionName !== null ? { id: union, name: unionName } : null,
        })),
        next: rows.length > pageSize && last ? writeEmployerCursor(last) : null,
      }
    },
  })
}

/** The employers of a place, fifty at a time. */
export const listEmployers = employersQuery('organization.view_coverage', 50)

const first = { path: '', id: '00000000-0000-0000-0000-000000000000' }

function writeEmployerCursor({ path, id }: { readonly path: string; readonly id: string }): string {
  return Buffer.from(`${path} ${id}`).toString('base64url')
}

/** A cursor that is none begins at the beginning. */
function readEmployerCursor(cursor: string | undefined): { readonly path: string; readonly id: string } {
  if (cursor === undefined) return first
  const [path = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  return /^[0-9a-f-]{36}$/.test(id) ? { path, id } : first
}
