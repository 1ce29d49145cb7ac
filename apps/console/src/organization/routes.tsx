import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { frameRoute } from '../shell/routes.tsx'

/** Everything about one union stands under its own address, behind tabs. */
export const unitRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/units/$unit',
  component: lazyRouteComponent(() => import('./unit-frame.tsx'), 'UnitFrame'),
})

export const unitIndexRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/units/$unit/figures', params })
  },
})

export const postsRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/posts',
  component: lazyRouteComponent(() => import('./posts-page.tsx'), 'PostsPage'),
})
