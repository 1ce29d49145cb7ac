import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { unitRoute } from '../shell/routes.tsx'

export const askFiguresRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/asks',
  component: lazyRouteComponent(() => import('./figures-page.tsx'), 'AskFiguresPage'),
})

export const intakeRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/intake',
  component: lazyRouteComponent(() => import('./intake-page.tsx'), 'IntakePage'),
})
