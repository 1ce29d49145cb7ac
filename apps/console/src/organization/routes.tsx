import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { unitRoute } from '../shell/routes.tsx'

export const postsRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/posts',
  component: lazyRouteComponent(() => import('./posts-page.tsx'), 'PostsPage'),
})
