import './polyfills.ts'
import '@gongqiao/ui/tokens.css'
import './styles/index.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/queries.ts'
import { homeReady } from './home/home-screen.tsx'
import { forgetStaleDrafts } from './join/kept-draft.ts'
import { router } from './router.tsx'
import { preferences, showPreferences, watchPreferences } from './settings/preferences.ts'

showPreferences()
forgetStaleDrafts()

let { language } = preferences()
watchPreferences(() => {
  if (preferences().language === language) return
  language = preferences().language
  void queryClient.invalidateQueries() // the server's words are asked for again in the new language
})

const place = document.getElementById('root')
if (place !== null) {
  // Until the first screen can be drawn whole, what stands in the page stays.
  void Promise.allSettled([homeReady(), router.load()]).then(() =>
    createRoot(place).render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </StrictMode>,
    ),
  )
}

/** What is not needed for the first screen waits until it stands. */
const behindAfterMs = 1_500
window.setTimeout(() => {
  void import('./worker/start.ts').then(({ startBehind }) => startBehind()).catch(() => undefined)
}, behindAfterMs)
