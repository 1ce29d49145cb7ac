import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { alertsQuery, cardQuery, installationQuery, mattersQuery, queryClient, selfQuery } from '../api/queries.ts'
import { Loaded, Reading } from '../kit/loaded.tsx'
import { useShortName } from '../shell/installation.ts'
import { lazyScreen } from '../shell/lazy-screen.ts'
import { Screen } from '../shell/screen.tsx'
import { Welcome } from './welcome.tsx'

const MyHome = lazyScreen(() => import('./my-home.tsx'), 'MyHome')

/** Longer than the rest of home takes once the app's own script is there, and still bearable without tabs. */
const readyWithinMs = 3_000

/**
 * Waits until home can be drawn whole, where `early.js` has asked for it and the card stands there already: the app
 * takes its place in one step, without an empty screen in between.
 */
export async function homeReady(): Promise<void> {
  if (window.gongqiaoEarly?.answers['/api/me/card'] === undefined) return
  const all = Promise.all([
    MyHome.preload?.(),
    queryClient.prefetchQuery(selfQuery),
    queryClient.prefetchQuery(cardQuery),
    queryClient.prefetchQuery(mattersQuery),
    queryClient.prefetchQuery(alertsQuery),
    queryClient.prefetchQuery(installationQuery),
  ]).catch(() => undefined)
  await Promise.race([all, new Promise((resolve) => window.setTimeout(resolve, readyWithinMs))])
}

/** 首页: the card and what waits for me; for somebody not signed in, how to begin. */
export function HomeScreen() {
  const self = useQuery(selfQuery)
  const name = useShortName()
  if (self.data === null) return <Welcome />
  if (self.data === undefined) {
    return (
      <Screen title={name} tabs>
        <Loaded query={self}>{() => null}</Loaded>
      </Screen>
    )
  }
  return (
    <Suspense
      fallback={
        <Screen title={name} tabs>
          <Reading />
        </Screen>
      }
    >
      <MyHome self={self.data} />
    </Suspense>
  )
}
