import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute, unitRoute } from '../shell/routes.tsx'

export const electionsRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/elections',
  component: lazyRouteComponent(() => import('./elections-page.tsx'), 'ElectionsPage'),
})

export const electionRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/elections/$cell/$matter',
  component: lazyRouteComponent(() => import('./election-page.tsx'), 'ElectionPage'),
})

export const removalRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/elections/$cell/$matter/removal',
  component: lazyRouteComponent(() => import('./removal-page.tsx'), 'RemovalPage'),
})

export const electionParametersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/election-parameters',
  component: lazyRouteComponent(() => import('./parameters-page.tsx'), 'ParametersPage'),
})
