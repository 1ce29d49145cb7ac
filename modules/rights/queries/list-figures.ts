import { query } from '@gongqiao/kernel/command/query.ts'
import { nullable } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findFigures } from './find-figures.ts'

/** One line of the figures as they are written down: what it is counted by, what of it, and how many; null is hidden. */
export const FigureLine = Type.Object({
  part: Type.String(),
  name: Type.String(),
  asks: nullable(Type.Integer()),
})

/** The figures of a place as a list to be written down, with the same counts hidden. */
export const listFigures = query({
  act: 'rights.export_figures',
  by: ['post'],
  input: findFigures.input,
  output: Type.Object({ items: Type.Array(FigureLine), next: Type.Null() }),
  async run(context) {
    const { total, days, topics, outcomes, places } = await findFigures.run(context)
    return {
      items: [
        { part: 'rights.export.total', name: '', asks: total },
        ...topics.map(({ topic, asks }) => ({ part: 'rights.export.by_topic', name: `rights.topic.${topic}`, asks })),
        ...outcomes.map(({ standing, asks }) => ({
          part: 'rights.export.by_outcome',
          name: `rights.standing.${standing}`,
          asks,
        })),
        ...places.map(({ unit, asks }) => ({
          part: 'rights.export.by_place',
          name: unit?.name ?? 'rights.export.own',
          asks,
        })),
        { part: 'rights.export.days', name: 'rights.export.p50', asks: days?.p50 ?? null },
        { part: 'rights.export.days', name: 'rights.export.p90', asks: days?.p90 ?? null },
      ],
      next: null,
    }
  },
})
