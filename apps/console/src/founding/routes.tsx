import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readAsOf } from '../kit/as-of.ts'
import { unitRoute } from '../shell/routes.tsx'

export const foundingsRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/foundings',
  component: lazyRouteComponent(() => import('./foundings-page.tsx'), 'FoundingsPage'),
})

export const foundingRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/foundings/$cell/$matter',
  component: lazyRouteComponent(() => import('./founding-page.tsx'), 'FoundingPage'),
})

export const registrationRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/registration',
  validateSearch: readAsOf,
  component: lazyRouteComponent(() => import('./registration-page.tsx'), 'RegistrationPage'),
})

export const applicationRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/registration/$cell/$matter',
  component: lazyRouteComponent(() => import('./application-page.tsx'), 'RegistrationApplicationPage'),
})
