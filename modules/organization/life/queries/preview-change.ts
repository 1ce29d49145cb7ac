import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { localRules, ruled } from '../../local-rules.ts'
import { findOpenUnit } from '../../open-unit.ts'
import { ChangePreview } from '../shapes.ts'

type Counted = Pick<ChangePreview, 'posts' | 'matters' | 'employers' | 'officers'>

/** What of a union would go along with a change, and who decides: shown before anything is asked for. */
export const previewChange = query({
  act: 'organization.view_changes',
  by: ['post'],
  input: Type.Object({ unit: Id, into: Type.Optional(Id) }, { additionalProperties: false }),
  output: ChangePreview,
  async run({ tx, input, today, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const into = input.into === undefined ? undefined : await findOpenUnit(tx, input.into)
    const above = unit.parent_id === null ? undefined : await findOpenUnit(tx, unit.parent_id)
    const counted = await tx.one<Counted>(
      `select (select count(*) from kernel.post p join kernel.post_holding h on h.post_id = p.id and h.valid_to is null and h.superseded_at is null
           where p.unit_id = $2)::int as posts,
         (select count(*) from kernel.matter m where m.cell_id = $1 and m.path = $3 and m.host_unit_id = $2 and m.ended_at is null)::int as matters,
         (select count(*) from organization.covered_unit c where c.cell_id = $1 and c.unit_id = $2 and c.valid_to is null)::int as employers,
         (select count(distinct o.who) from organization.officer o
           where o.cell_id = $1 and o.unit_id = $2 and o.valid_to is null and o.superseded_at is null)::int as officers`,
      [unit.cell_id, unit.id, unit.path],
    )
    const split = ruled((await localRules(tx, ['split_rule'], unit.cell_id, today)).split_rule)
    const ref = (one: typeof unit | undefined) => (one ? { id: one.id, name: one.name, cell: one.cell_id } : null)
    return {
      unit: { id: unit.id, name: unit.name, cell: unit.cell_id },
      into: ref(into),
      decides: ref(above),
      children: unit.children,
      ...counted,
      splitRule: { value: split.value, article: split.article },
    }
  },
})
