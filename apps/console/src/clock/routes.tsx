import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { oneOf } from '../kit/one-of.ts'
import { frameRoute } from '../shell/routes.tsx'
import { type ClockTab, clockTabs } from './tabs.ts'

export const clockRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/clock',
  validateSearch: (search: Record<string, unknown>): { tab?: ClockTab | undefined; year?: number | undefined } => {
    const year = Number(search['year'])
    return {
      tab: oneOf(clockTabs, search['tab']),
      year: Number.isInteger(year) && year >= 1990 && year <= 2110 ? year : undefined,
    }
  },
  component: lazyRouteComponent(() => import('./clock-page.tsx'), 'ClockPage'),
})
