import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { openApi } from '../kit/api.ts'
import { kindOf } from '../kit/failure.ts'
import { officerSelfQuery } from '../session/queries.ts'
import { rootRoute } from './root.ts'

/** The desk's frame: whoever is not signed in goes to sign-in and comes back to the same address. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(officerSelfQuery(openApi(context.language.now(), null)))
    } catch (failure) {
      if (kindOf(failure) === 'session_over') throw redirect({ to: '/sign-in', search: { back: location.href } })
      throw failure
    }
  },
  component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
})

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
