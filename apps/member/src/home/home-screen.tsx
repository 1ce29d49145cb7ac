import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { selfQuery } from '../api/queries.ts'
import { Loaded, Reading } from '../kit/loaded.tsx'
import { useShortName } from '../shell/installation.ts'
import { lazyScreen } from '../shell/lazy-screen.ts'
import { Screen } from '../shell/screen.tsx'
import { Welcome } from './welcome.tsx'

const MyHome = lazyScreen(() => import('./my-home.tsx'), 'MyHome')

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
