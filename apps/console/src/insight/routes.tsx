import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readAsOf } from '../kit/as-of.ts'
import { unitRoute } from '../shell/routes.tsx'

export const figuresRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/figures',
  validateSearch: readAsOf,
  component: lazyRouteComponent(() => import('./figures-page.tsx'), 'FiguresPage'),
})
