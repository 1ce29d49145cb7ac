import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readAsOf } from '../kit/as-of.ts'
import { unitRoute } from '../shell/routes.tsx'

export const postsRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/posts',
  component: lazyRouteComponent(() => import('./posts-page.tsx'), 'PostsPage'),
})

export const committeeRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/committee',
  validateSearch: readAsOf,
  component: lazyRouteComponent(() => import('./committee/committee-page.tsx'), 'CommitteePage'),
})

export const pastRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/past',
  validateSearch: readAsOf,
  component: lazyRouteComponent(() => import('./past/past-page.tsx'), 'PastPage'),
})

export const coverageRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/coverage',
  validateSearch: readAsOf,
  component: lazyRouteComponent(() => import('./coverage/coverage-page.tsx'), 'CoveragePage'),
})
