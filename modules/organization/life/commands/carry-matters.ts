import { command, type Fact } from '@gongqiao/kernel/command/command.ts'
import { findMatter } from '@gongqiao/kernel/matter/history.ts'
import { kindNamed, type MatterParts } from '@gongqiao/kernel/matter/parts.ts'
import { goTo, referReach } from '@gongqiao/kernel/matter/referring.ts'
import { Cell, Count, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'

/** How many matters are carried in one transaction. */
export const carriedAtMost = 50

/**
 * Carries open matters of a union that went on in another county 承继 to the desk there, with all there is of them and their
 * clocks running: of a kind that may be referred. What cannot leave its county stays with the union above, which has had it
 * since the union closed. Doing it twice does no harm.
 *
 * @see ORG-28
 */
export function carryMatters(parts: MatterParts) {
  return command({
    act: 'organization.carry_matters',
    by: ['system'],
    input: Type.Object(
      { cell: Cell, into: Id, matters: Type.Array(Id, { minItems: 1, maxItems: carriedAtMost }) },
      { additionalProperties: false },
    ),
    output: Type.Object({ carried: Count }, { additionalProperties: false }),
    cellOf: ({ cell }) => cell,
    beyond: referReach,
    async run(context) {
      const { tx, input, allow, reach, matters } = context
      const { cell } = input
      const everything = { cell, path: '' }
      allow(everything)
      const to = (await parts.units.byId(tx, [input.into])).get(input.into)
      const facts: Fact[] = []
      let carried = 0
      for (const id of input.matters) {
        await reach('sender', everything)
        const seen = await findMatter(tx, cell, id)
        const kind = seen && kindNamed(parts, seen.kind)
        if (
          !seen ||
          kind?.definition.refers !== true ||
          seen.endedAt !== null ||
          to?.desk == null ||
          to.place.cell === cell
        )
          continue
        const matter = await matters.open(kind.definition, cell, id)
        if (matter.endedAt !== null) continue
        const going = {
          step: 'hand_over' as const,
          to: { ...to, desk: to.desk },
          reason: undefined,
          note: undefined,
          dueOn: null,
        }
        const { after, facts: told } = await goTo(context, { matter, kind }, going)
        facts.push(...told)
        if (!(await parts.units.byId(tx, [matter.subject])).has(matter.subject))
          await parts.people.rememberCell(tx, matter.subject, after.cell)
        carried++
      }
      return { cell, subject: input.into, after: { carried }, facts, answer: { carried } }
    },
  })
}
