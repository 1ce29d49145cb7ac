import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { PostPage } from '../contract.ts'
import { findOpenUnit } from '../open-unit.ts'
import { postsOfUnit } from '../posts.ts'

/** The posts 岗位 of one union and who holds them. */
export const listPosts = query({
  act: 'organization.list_posts',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: PostPage,
  async run({ tx, input, today, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    return { items: await postsOfUnit(tx, unit.id, today) }
  },
})
