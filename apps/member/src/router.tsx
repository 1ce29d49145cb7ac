import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { HomeScreen } from './home/home-screen.tsx'
import { Landing } from './join/landing.tsx'
import { Absent } from './shell/absent.tsx'
import { Broken } from './shell/broken.tsx'
import { useInstallationColours } from './shell/installation.ts'
import { lazyScreen } from './shell/lazy-screen.ts'

const root = createRootRoute({ component: Root, notFoundComponent: Absent })

function Root() {
  useInstallationColours()
  return <Outlet />
}

/** The scanned code and home come with the first load; every other screen is fetched when it is opened. */
const routeTree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: HomeScreen }),
  createRoute({ getParentRoute: () => root, path: '/j/$code', component: Landing }),
  createRoute({
    getParentRoute: () => root,
    path: '/j/$code/$step',
    component: lazyScreen(() => import('./join/form-screen.tsx'), 'FormScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/joined',
    component: lazyScreen(() => import('./join/outcome.tsx'), 'OutcomeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/card',
    component: lazyScreen(() => import('./card/full-card.tsx'), 'FullCard'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/scan',
    component: lazyScreen(() => import('./scan/scan-screen.tsx'), 'ScanScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/code',
    component: lazyScreen(() => import('./scan/code-screen.tsx'), 'CodeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/c/$code',
    component: lazyScreen(() => import('./card/check-screen.tsx'), 'CheckScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters',
    component: lazyScreen(() => import('./matters/matters-screen.tsx'), 'MattersScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters/new/$kind',
    component: lazyScreen(() => import('./matters/new-matter-screen.tsx'), 'NewMatterScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters/$cell/$matter',
    component: lazyScreen(() => import('./matters/matter-screen.tsx'), 'MatterScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters/$cell/$matter/mend/$step',
    component: lazyScreen(() => import('./matters/mend-screen.tsx'), 'MendScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/elections',
    component: lazyScreen(() => import('./elections/elections-screen.tsx'), 'ElectionsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ask',
    validateSearch: (search: Record<string, unknown>): { topic?: string | undefined } => ({
      // Two digits read back from an address are a number.
      topic: typeof search.topic === 'string' || typeof search.topic === 'number' ? String(search.topic) : undefined,
    }),
    component: lazyScreen(() => import('./asks/form-screen.tsx'), 'AskFormScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ask/code',
    component: lazyScreen(() => import('./asks/code-screen.tsx'), 'AskCodeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/asks',
    component: lazyScreen(() => import('./asks/asks-screen.tsx'), 'AsksScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/asks/$cell/$matter',
    component: lazyScreen(() => import('./asks/ask-screen.tsx'), 'AskScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/union-ask',
    component: lazyScreen(() => import('./union-asks/form-screen.tsx'), 'UnionAskScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/union-ask/$follow',
    component: lazyScreen(() => import('./union-asks/follow-screen.tsx'), 'FollowAskScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/union-asks',
    component: lazyScreen(() => import('./union-asks/asks-screen.tsx'), 'UnionAsksScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/alerts/$cell/$alert',
    component: lazyScreen(() => import('./alerts/alert-screen.tsx'), 'AlertScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/claim',
    component: lazyScreen(() => import('./claim/claim-landing.tsx'), 'ClaimLanding'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/claim/$step',
    component: lazyScreen(() => import('./claim/claim-form.tsx'), 'ClaimForm'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/claims',
    validateSearch: (search: Record<string, unknown>): { join?: string | undefined } => ({
      join: typeof search.join === 'string' ? search.join : undefined,
    }),
    component: lazyScreen(() => import('./claim/claims-screen.tsx'), 'ClaimsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/record',
    component: lazyScreen(() => import('./claim/record-screen.tsx'), 'RecordScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/life',
    component: lazyScreen(() => import('./life/life-screen.tsx'), 'LifeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/transfer',
    validateSearch: (search: Record<string, unknown>): { unit?: string | undefined; code?: string | undefined } => ({
      unit: typeof search.unit === 'string' ? search.unit : undefined,
      code: typeof search.code === 'string' ? search.code : undefined,
    }),
    component: lazyScreen(() => import('./transfer/transfer-screen.tsx'), 'TransferScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/transfers/$cell/$matter',
    component: lazyScreen(() => import('./transfer/progress-screen.tsx'), 'ProgressScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/map',
    component: lazyScreen(() => import('./map/map-screen.tsx'), 'MapScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/me',
    component: lazyScreen(() => import('./me/me-screen.tsx'), 'MeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/me/looks',
    component: lazyScreen(() => import('./me/looks-screen.tsx'), 'LooksScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/me/consents',
    component: lazyScreen(() => import('./me/consents-screen.tsx'), 'ConsentsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/messages',
    component: lazyScreen(() => import('./me/messages-screen.tsx'), 'MessagesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: (search: Record<string, unknown>): { next?: string | undefined } => ({
      next: ownPath(search.next),
    }),
    component: lazyScreen(() => import('./sign-in/sign-in-screen.tsx'), 'SignInScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/demo',
    component: lazyScreen(() => import('./demo/demo-screen.tsx'), 'DemoScreen'),
  }),
])

/** After signing in one goes on inside this app only: an address of another site is dropped. */
function ownPath(next: unknown): string | undefined {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : undefined
}

/** The member app's places. */
export const router = createRouter({
  routeTree,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
