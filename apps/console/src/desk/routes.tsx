import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { oneOf } from '../kit/one-of.ts'
import { frameRoute } from '../shell/routes.tsx'
import { type QueueView, queueViews } from './queries.ts'

export const deskRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { view?: QueueView | undefined; matter?: string | undefined } => ({
    view: oneOf(queueViews, search.view),
    matter: typeof search.matter === 'string' && search.matter !== '' ? search.matter : undefined,
  }),
  component: lazyRouteComponent(() => import('./desk-page.tsx'), 'DeskPage'),
})
