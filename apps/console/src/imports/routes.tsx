import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { unitRoute } from '../shell/routes.tsx'

export const importsRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('./imports-page.tsx'), 'ImportsPage'),
})

export const importRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/imports/$cell/$import',
  validateSearch: (search: Record<string, unknown>): { show?: string | undefined } => ({
    show: typeof search.show === 'string' ? search.show : undefined,
  }),
  component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
})
