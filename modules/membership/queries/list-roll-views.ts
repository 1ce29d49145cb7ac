import { query } from '@gongqiao/kernel/command/query.ts'
import { Type } from 'typebox'
import { RollViewList } from '../contract.ts'
import { readViews } from '../roll-views.ts'

/** The views of the roll that the officer saved in this post, by name, and the columns they chose last. */
export const listRollViews = query({
  act: 'membership.list_views',
  by: ['post'],
  input: Type.Object({}, { additionalProperties: false }),
  output: RollViewList,
  async run({ tx, actor, allow, services }) {
    allow.anywhere()
    if (actor.kind !== 'post') throw new Error('views are an officer’s own')
    return readViews(tx, services, actor)
  },
})
