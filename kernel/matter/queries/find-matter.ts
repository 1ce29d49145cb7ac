import { query } from '../../command/query.ts'
import { absent } from '../../refusal.ts'
import { MatterKey, MatterView } from '../contract.ts'
import { findMatter } from '../history.ts'
import type { MatterParts } from '../parts.ts'
import { mustKnow } from '../restricted.ts'
import { kindOf, matterViewOf } from '../view.ts'

/**
 * One matter 一件事项 with its history, forms, comments, papers and signatures, and what may be done with it.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`. The person it concerns sees that it was looked at.
 */
export function findOneMatter(parts: MatterParts) {
  return query({
    act: 'kernel.view_matter',
    by: ['post'],
    input: MatterKey,
    output: MatterView,
    cellOf: ({ cell }) => cell,
    subjects: (view) => [{ cell: view.cell, people: [view.subject] }],
    async run({ tx, input, actor, today, allow, services }) {
      if (actor.kind !== 'post') throw new Error('an officer looks at a matter as a post')
      const matter = await findMatter(tx, input.cell, input.matter)
      if (!matter) throw absent()
      allow(matter.host)
      mustKnow(kindOf(parts, matter), matter, actor)
      return matterViewOf(parts, tx, matter, actor, { services, today, language: actor.language })
    },
  })
}
