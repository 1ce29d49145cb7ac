import { get, type Route } from '@gongqiao/kernel/http/route.ts'
import { findFigures } from './queries/find-figures.ts'
import { findPastFigures } from './queries/find-past-figures.ts'
import { followFigures } from './queries/follow-figures.ts'
import { figuresTopic } from './topic.ts'

export const insightRoutes: readonly Route[] = [
  get('/units/:unit/figures', findFigures, '会员数字'),
  get('/units/:unit/figures/past', findPastFigures, '截至某日的会员数字'),
  get('/units/:unit/figures/stream', followFigures, '会员数字（实时）', {
    live: { event: 'figures', topic: (input) => figuresTopic(String(input.unit)) },
  }),
]
