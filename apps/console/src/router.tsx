import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { clockRoute } from './clock/routes.tsx'
import { deskRoute } from './desk/routes.tsx'
import { electionParametersRoute, electionRoute, electionsRoute, removalRoute } from './elections/routes.tsx'
import { exportsRoute } from './exports/routes.tsx'
import { applicationRoute, foundingRoute, foundingsRoute, registrationRoute } from './founding/routes.tsx'
import { importRoute, importsRoute } from './imports/routes.tsx'
import { figuresRoute } from './insight/routes.tsx'
import type { LanguageStore } from './kit/language.tsx'
import { Loading } from './kit/states.tsx'
import {
  codePosterRoute,
  codesRoute,
  duplicatesRoute,
  employersRoute,
  pastRollRoute,
  rollRoute,
  unclaimedRoute,
  windowRoute,
} from './membership/routes.tsx'
import { committeeRoute, coverageRoute, pastRoute, postsRoute } from './organization/routes.tsx'
import { messagesRoute } from './people/routes.tsx'
import { askFiguresRoute, intakeRoute } from './rights/routes.tsx'
import { invitationRoute, signInRoute } from './session/routes.tsx'
import { BrokenPage } from './shell/broken-page.tsx'
import { LostPage } from './shell/lost-page.tsx'
import { rootRoute } from './shell/root.ts'
import { frameRoute, unitIndexRoute, unitRoute } from './shell/routes.tsx'

import { tokensRoute } from './tokens/routes.tsx'
import { transfersRoute } from './transfer/routes.tsx'

const routeTree = rootRoute.addChildren([
  signInRoute,
  invitationRoute,
  frameRoute.addChildren([
    deskRoute,
    messagesRoute,
    exportsRoute,
    clockRoute,
    electionParametersRoute,
    tokensRoute,
    unitRoute.addChildren([
      unitIndexRoute,
      figuresRoute,
      rollRoute,
      pastRollRoute,
      codesRoute,
      codePosterRoute,
      unclaimedRoute,
      duplicatesRoute,
      employersRoute,
      windowRoute,
      intakeRoute,
      askFiguresRoute,
      transfersRoute,
      importsRoute,
      importRoute,
      postsRoute,
      foundingsRoute,
      foundingRoute,
      registrationRoute,
      applicationRoute,
      committeeRoute,
      coverageRoute,
      electionsRoute,
      electionRoute,
      removalRoute,
      pastRoute,
    ]),
  ]),
])

/** Every address of the desk; each screen's code is fetched when it is first shown. */
export function openRouter(queryClient: QueryClient, language: LanguageStore) {
  return createRouter({
    routeTree,
    basepath: '/console',
    context: { queryClient, language },
    defaultPendingComponent: () => <Loading />,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: LostPage,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRouter>
  }
}
