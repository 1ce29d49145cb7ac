import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { unitRoute } from '../shell/routes.tsx'

const lists = ['in', 'out', 'invited'] as const

export const transfersRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/transfers',
  validateSearch: (search: Record<string, unknown>): { list?: (typeof lists)[number] | undefined } => ({
    list: lists.find((one) => one === search.list),
  }),
  component: lazyRouteComponent(() => import('./transfers-page.tsx'), 'TransfersPage'),
})
