import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, retainSearchParams } from '@tanstack/react-router'
import type { LanguageStore } from '../kit/language.tsx'

/** What every route may use before its screen is there. */
export type DeskContext = { readonly queryClient: QueryClient; readonly language: LanguageStore }

/** The root keeps the post one acts as in the address of every page. */
export const rootRoute = createRootRouteWithContext<DeskContext>()({
  validateSearch: (search: Record<string, unknown>): { post?: string | undefined } =>
    typeof search.post === 'string' ? { post: search.post } : {},
  search: { middlewares: [retainSearchParams(['post'])] },
})
