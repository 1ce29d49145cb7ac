import type { Figures } from '@gongqiao/modules/insight/contract.ts'
import type {
  CertificatePage,
  FoundingAsks,
  FoundingPage,
  FoundingPaper,
  FoundingView,
  PastCertificatePage,
  RegistrationDraft,
  RegistrationLines,
  RegistrationView,
  UnitRegistrations,
} from '@gongqiao/modules/organization/contract.ts'
import type { FoundingPaperKind, RegistrationWish } from '@gongqiao/modules/organization/machine.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../kit/api.ts'
import type { AsOf } from '../kit/as-of.ts'

/** A founding or an application, by the cell that keeps it. */
export type Key = { readonly cell: number; readonly matter: string }

export const foundingsQuery = (api: Api, unit: string, show: 'open' | 'all') =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'foundings', unit, show],
    queryFn: ({ pageParam, signal }) =>
      api.get<FoundingPage>(withQuery(`/api/units/${unit}/foundings`, { show, after: pageParam }), signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
  })

export const foundingAt = ({ cell, matter }: Key) => `/api/cells/${cell}/foundings/${matter}`

export const foundingQuery = (api: Api, key: Key) =>
  queryOptions({
    queryKey: [api.post, api.language, 'founding', key.matter],
    queryFn: ({ signal }) => api.get<FoundingView>(foundingAt(key), signal),
  })

export const unitFoundingQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'unit-founding', unit],
    queryFn: ({ signal }) => api.get<FoundingView>(`/api/units/${unit}/founding`, signal),
  })

/** Every look at who asked is written down, so it is asked for by a button alone. */
export const asksQuery = (api: Api, key: Key) =>
  queryOptions({
    queryKey: [api.post, api.language, 'founding-asks', key.matter],
    queryFn: ({ signal }) => api.get<FoundingAsks>(`${foundingAt(key)}/asks`, signal),
    staleTime: 300_000,
    refetchOnWindowFocus: false,
  })

export const paperQuery = (api: Api, key: Key, kind: FoundingPaperKind) =>
  queryOptions({
    queryKey: [api.post, api.language, 'founding-paper', key.matter, kind],
    queryFn: ({ signal }) => api.get<FoundingPaper>(`${foundingAt(key)}/papers/${kind}`, signal),
    staleTime: 0,
  })

/** What a union's own figures say now. */
export const ownFiguresQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'own-figures', unit],
    queryFn: ({ signal }) => api.get<Figures>(`/api/units/${unit}/figures`, signal),
  })

export const unitRegistrationQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'unit-registration', unit],
    queryFn: ({ signal }) => api.get<UnitRegistrations>(`/api/units/${unit}/registration`, signal),
  })

export const draftQuery = (api: Api, unit: string, wish: RegistrationWish) =>
  queryOptions({
    queryKey: [api.post, api.language, 'registration-draft', unit, wish],
    queryFn: ({ signal }) =>
      api.get<RegistrationDraft>(withQuery(`/api/units/${unit}/registration/draft`, { wish }), signal),
    staleTime: 300_000,
    retry: false,
  })

export const waitingQuery = (api: Api, unit: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'registrations', unit],
    queryFn: ({ signal }) => api.get<RegistrationLines>(`/api/units/${unit}/registrations`, signal),
  })

export const certificatesQuery = (api: Api, unit: string) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'certificates', unit],
    queryFn: ({ pageParam, signal }) =>
      api.get<CertificatePage>(withQuery(`/api/units/${unit}/certificates`, { after: pageParam }), signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
  })

/** The certificates of a past day. */
export const pastCertificatesQuery = (api: Api, unit: string, { on, known }: AsOf) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'certificates', unit, 'past', on ?? '', known ?? 'then'],
    queryFn: ({ pageParam, signal }) =>
      api.get<PastCertificatePage>(
        withQuery(`/api/units/${unit}/certificates/past`, { on, known, after: pageParam }),
        signal,
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
  })

export const registrationAt = ({ cell, matter }: Key) => `/api/cells/${cell}/registrations/${matter}`

export const registrationQuery = (api: Api, key: Key) =>
  queryOptions({
    queryKey: [api.post, api.language, 'registration', key.matter],
    queryFn: ({ signal }) => api.get<RegistrationView>(registrationAt(key), signal),
  })

const firstPage: string | null = null
