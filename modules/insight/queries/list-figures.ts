import { query } from '@gongqiao/kernel/command/query.ts'
import { nullable } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { UnitFigure } from '../contract.ts'
import { figuresQuery } from './find-figures.ts'

/** The figures of the unions directly below one, as a list to be written down. */
export function listFiguresQuery(act: string, pageSize: number) {
  const figures = figuresQuery(act, pageSize)
  return query({
    act,
    by: ['post'],
    input: figures.input,
    output: Type.Object({ items: Type.Array(UnitFigure), next: nullable(Type.String()) }),
    async run(context) {
      const { children, next } = await figures.run(context)
      return { items: children, next }
    },
  })
}
