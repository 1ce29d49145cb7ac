import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findOpenUnit } from '../../open-unit.ts'
import { placeAbove } from '../above.ts'
import { barsOf } from '../bars.ts'
import { coversEnterprise } from '../enterprise.ts'
import { asOfficers, pastOfficers } from '../officers.ts'
import { officersInOffice } from '../rows.ts'
import { Committee, type RuleNote } from '../shapes.ts'
import { asTerm, pastTerms, termOf } from '../terms-of.ts'

type TermMatter = {
  readonly matter: string
  readonly state: string
  readonly dueOn: string | null
  readonly rule: string | null
  readonly from: string | null
  readonly wish: string | null
  readonly askedUntil: string | null
  readonly answer: string | null
}
type Vacant = { readonly matter: string; readonly seat: 'chair'; readonly since: string; readonly dueOn: string }

/**
 * Who sits in a union 工会干部, since when and how they are engaged, its term, every rule that its committee breaks now, the
 * vacancies with their clocks, and the committees before.
 *
 * @see ORG-40, ORG-41, ORG-43, ORG-44, ELE-01, ELE-22, ELE-24, ELE-31 to ELE-33
 */
export const findCommittee = query({
  act: 'organization.view_committee',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: Committee,
  async run({ tx, input, actor, today, allow, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const cell = unit.cell_id
    const term = await termOf(tx, unit.id)
    const officers = asOfficers(await officersInOffice(tx, unit), term, today)
    const enterprise = await coversEnterprise(tx, unit)
    const broken = officers.flatMap((officer) =>
      barsOf({ ...officer, seats: officer.seats.map(({ seat }) => seat) }, { enterprise }).map(
        ({ rule, seat, because }): RuleNote => ({
          rule,
          code: `organization.bar.${because}`,
          name: officer.name,
          seat,
        }),
      ),
    )
    const vacancies = await tx.many<Vacant>(
      `select v.matter_id as matter, v.seat, v.since, m.due_on as "dueOn" from organization.vacancy v
       join kernel.matter m on m.cell_id = v.cell_id and m.id = v.matter_id
       where v.cell_id = $1 and v.unit_id = $2 and m.ended_at is null order by v.since`,
      [cell, unit.id],
    )
    const matter = await tx.maybe<TermMatter>(
      `select t.matter_id as matter, m.state, m.due_on as "dueOn", m.clock_rule as rule, m.clock_from as "from", t.wish,
         t.asked_until as "askedUntil", t.answer
       from organization.term_end t join kernel.matter m on m.cell_id = t.cell_id and m.id = t.matter_id
       where t.cell_id = $1 and t.unit_id = $2 and m.ended_at is null order by t.ends_on desc limit 1`,
      [cell, unit.id],
    )
    const { deadlines } = services
    const language = actor.language
    const above = actor.kind === 'post' && (await placeAbove(tx, unit, actor.post))
    const has = (act: string) => actor.kind === 'post' && actor.post.acts.has(act)
    const past = await pastTerms(tx, unit.id)
    const before = await pastOfficers(tx, unit)
    const seen: Committee = {
      unit: { id: unit.id, name: unit.name, cell },
      term: term ? asTerm(term, today) : null,
      officers,
      broken,
      vacancies: vacancies.map((one) => ({
        ...one,
        cell,
        explained: deadlines.explain('ORG-43', one.since, language, { cell }),
      })),
      matter: matter
        ? {
            cell,
            matter: matter.matter,
            state: matter.state,
            dueOn: matter.dueOn,
            wish: matter.wish,
            askedUntil: matter.askedUntil,
            answer: matter.answer,
            explained:
              matter.rule !== null && matter.from !== null
                ? deadlines.explain(matter.rule, matter.from, language, { cell })
                : '',
          }
        : null,
      past: past.map((one) => ({
        term: asTerm(one, today),
        officers: asOfficers(
          before.filter(({ from, to }) => from < (one.to ?? today) && (to ?? today) > one.from),
          one,
          today,
        ),
      })),
      may: {
        record: has('organization.record_committee') && (above || !term),
        appoint: has('organization.appoint_officer'),
        ask: has('organization.ask_extension') && !above,
        decide: has('organization.extend_term') && above,
      },
    }
    return seen
  },
})
