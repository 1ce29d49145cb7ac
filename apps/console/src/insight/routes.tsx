import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { unitRoute } from '../shell/routes.tsx'

export const figuresRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/figures',
  component: lazyRouteComponent(() => import('./figures-page.tsx'), 'FiguresPage'),
})
