import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readAsOf } from '../kit/as-of.ts'
import { unitRoute } from '../shell/routes.tsx'
import { readRollSearch } from './roll-search.ts'

function text(asked: unknown): string | undefined {
  return typeof asked === 'string' && asked !== '' ? asked : undefined
}

export const rollRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/people',
  validateSearch: readRollSearch,
  component: lazyRouteComponent(() => import('./roll-page.tsx'), 'RollPage'),
})

export const pastRollRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/people/past',
  validateSearch: readAsOf,
  component: lazyRouteComponent(() => import('./past-roll-page.tsx'), 'PastRollPage'),
})

export const unclaimedRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/people/unclaimed',
  component: lazyRouteComponent(() => import('./unclaimed-page.tsx'), 'UnclaimedPage'),
})

export const duplicatesRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/people/duplicates',
  component: lazyRouteComponent(() => import('../life/duplicates-page.tsx'), 'DuplicatesPage'),
})

export const employersRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/people/employers',
  component: lazyRouteComponent(() => import('../life/employers-page.tsx'), 'EmployersPage'),
})

export const codesRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/codes',
  validateSearch: (search: Record<string, unknown>): { code?: string | undefined } => ({ code: text(search.code) }),
  component: lazyRouteComponent(() => import('./codes-page.tsx'), 'CodesPage'),
})

export const codePosterRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/codes/$code/print',
  component: lazyRouteComponent(() => import('./code-poster-page.tsx'), 'CodePosterPage'),
})

export const windowRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/window',
  component: lazyRouteComponent(() => import('./window-page.tsx'), 'WindowPage'),
})
