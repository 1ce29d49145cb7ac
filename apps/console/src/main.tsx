import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { LanguageProvider, openLanguage } from './kit/language.tsx'
import { ShortcutsProvider } from './kit/shortcuts.tsx'
import { openRouter } from './router.tsx'
import { openQueryClient } from './session/query-client.ts'
import { openSessionOver } from './session/session-over.ts'
import { SessionOverContext } from './session/session-over-context.tsx'
import { Look } from './shell/look.tsx'
import '@gongqiao/ui/tokens.css'
import './base.css'

const language = openLanguage(localStorage)
const over = openSessionOver()
const queryClient = openQueryClient(over)
const router = openRouter(queryClient, language)

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no place for the desk')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LanguageProvider store={language}>
        <SessionOverContext value={over}>
          <ShortcutsProvider>
            <Look>
              <RouterProvider router={router} />
            </Look>
          </ShortcutsProvider>
        </SessionOverContext>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)
