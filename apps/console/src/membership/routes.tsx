import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute, unitRoute } from '../shell/routes.tsx'
import {
  type QueueView,
  queueViews,
  type RollOrder,
  type RollStand,
  type RollStatus,
  rollOrders,
  rollStands,
  rollStatuses,
} from './queries.ts'

/** One of a list's values out of an address; an address typed wrong asks for nothing. */
function oneOf<T extends string>(values: readonly T[], asked: unknown): T | undefined {
  return values.find((value) => value === asked)
}

function text(asked: unknown): string | undefined {
  return typeof asked === 'string' && asked !== '' ? asked : undefined
}

export const deskRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { view?: QueueView | undefined; matter?: string | undefined } => ({
    view: oneOf(queueViews, search.view),
    matter: text(search.matter),
  }),
  component: lazyRouteComponent(() => import('./desk-page.tsx'), 'DeskPage'),
})

export const rollRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/people',
  validateSearch: (
    search: Record<string, unknown>,
  ): {
    order?: RollOrder | undefined
    status?: RollStatus | undefined
    stand?: RollStand | undefined
    member?: string | undefined
  } => ({
    order: oneOf(rollOrders, search.order),
    status: oneOf(rollStatuses, search.status),
    stand: oneOf(rollStands, search.stand),
    member: text(search.member),
  }),
  component: lazyRouteComponent(() => import('./roll-page.tsx'), 'RollPage'),
})

export const unclaimedRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/people/unclaimed',
  component: lazyRouteComponent(() => import('./unclaimed-page.tsx'), 'UnclaimedPage'),
})

export const codesRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/codes',
  validateSearch: (search: Record<string, unknown>): { code?: string | undefined } => ({ code: text(search.code) }),
  component: lazyRouteComponent(() => import('./codes-page.tsx'), 'CodesPage'),
})

export const codePosterRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/codes/$code/print',
  component: lazyRouteComponent(() => import('./code-poster-page.tsx'), 'CodePosterPage'),
})

export const windowRoute = createRoute({
  getParentRoute: () => unitRoute,
  path: '/window',
  component: lazyRouteComponent(() => import('./window-page.tsx'), 'WindowPage'),
})
