import { isShortCode, plainShortCode } from '@gongqiao/codes'
import type { MyMatter, MyMatterWhole } from '@gongqiao/kernel/matter/contract.ts'
import type {
  Card,
  CardCheck,
  IdentityAlertList,
  Invitation,
  MyMatterList,
} from '@gongqiao/modules/membership/contract.ts'
import type { ConsentList, LookPage, MessagePage, Self } from '@gongqiao/modules/people/contract.ts'
import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query'
import { freshOrKept } from '../offline/fresh-or-kept.ts'
import { forgetAnswers } from '../offline/kept-answers.ts'
import { forget, keep } from '../settings/storage.ts'
import { get, needsSignIn, post, Refused, refusalCode } from './client.ts'

/** What this installation calls itself. */
export type Installation = {
  readonly name: string
  readonly shortName: string
  readonly demonstration: boolean
  readonly version: string
  readonly languages: readonly string[]
  readonly colours?: { readonly [token: string]: string }
  /** Address of a picture in place of the mark. */
  readonly mark?: string | null
  readonly hotline: string
}

/** A refusal stays a refusal; only a lost connection is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (failures, fault) => !(fault instanceof Refused) && failures < 2,
    },
    mutations: { networkMode: 'always' },
  },
})

export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: () => getKept<Installation>('/api/installation', ['installation']),
  staleTime: Number.POSITIVE_INFINITY,
})

export const invitationQuery = (code: string) => {
  const queryKey = ['invitation', code]
  const plain = plainShortCode(code)
  const path = isShortCode(plain)
    ? `/api/joining/short-codes/${plain}`
    : `/api/joining/invitations/${encodeURIComponent(code)}`
  return queryOptions({
    queryKey,
    queryFn: () =>
      freshOrKept(
        path,
        () =>
          isShortCode(plain) ? post<Invitation>('/api/joining/short-codes', { code: plain }) : get<Invitation>(path),
        (answer) => queryClient.setQueryData(queryKey, answer),
      ),
    staleTime: 300_000,
  })
}

/** The signed-in person, or null when nobody is signed in. */
export const selfQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => {
    const self = await orNull(getKept<Self>('/api/me', ['me']), needsSignIn)
    if (self === null) await forgetSession()
    else keep('lasting', 'known', 'yes') // early.js asks for the card at once the next time
    return self
  },
})

/** The card, or null when the person has none. */
export const cardQuery = queryOptions({
  queryKey: ['me', 'card'],
  queryFn: () =>
    orNull(getKept<Card>('/api/me/card', ['me', 'card']), (fault) => refusalCode(fault) === 'membership.no_card'),
})

export const mattersQuery = queryOptions({
  queryKey: ['me', 'matters'],
  queryFn: () => getKept<MyMatterList>('/api/me/matters', ['me', 'matters']),
})

export const matterQuery = (cell: number, matter: string) =>
  queryOptions({
    queryKey: ['me', 'matters', cell, matter],
    queryFn: () => getKept<MyMatterWhole>(`/api/me/matters/${cell}/${matter}`, ['me', 'matters', cell, matter]),
  })

/** Shows how one of my matters stands after an act, beside what is known of it already. */
export function showMatter(after: MyMatter): void {
  queryClient.setQueryData(matterQuery(after.cell, after.id).queryKey, (before) => before && { ...before, ...after })
  void queryClient.invalidateQueries({ queryKey: ['me', 'matters'], exact: true })
}

/** Applications by this person's number of which the person has not said yet whether they made them. */
export const alertsQuery = queryOptions({
  queryKey: ['me', 'alerts'],
  queryFn: () => getKept<IdentityAlertList>('/api/me/alerts', ['me', 'alerts']),
})

export const consentsQuery = queryOptions({
  queryKey: ['me', 'consents'],
  queryFn: () => get<ConsentList>('/api/me/consents'),
})

export const messagesQuery = infiniteQueryOptions({
  queryKey: ['me', 'messages'],
  queryFn: ({ pageParam }) => get<MessagePage>(`/api/me/messages${after(pageParam)}`),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
})

export const looksQuery = infiniteQueryOptions({
  queryKey: ['me', 'looks'],
  queryFn: ({ pageParam }) => get<LookPage>(`/api/me/looks${after(pageParam)}`),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
})

export const cardCheckQuery = (code: string) =>
  queryOptions({
    queryKey: ['card-check', code],
    queryFn: () => get<CardCheck>(`/api/cards/${encodeURIComponent(code)}`),
    staleTime: Number.POSITIVE_INFINITY, // it tells how things stood at one minute
  })

function after(cursor: string): string {
  return cursor === '' ? '' : `?after=${encodeURIComponent(cursor)}`
}

/** Reads what is shown without a network too; a fresh answer that comes late takes the kept one's place. */
export function getKept<T>(path: string, key: readonly unknown[]): Promise<T> {
  return freshOrKept(
    path,
    () => get<T>(path),
    (answer) => queryClient.setQueryData(key, answer),
  )
}

/** Whoever is not signed in any more has nothing left on this phone to look at. */
async function forgetSession(): Promise<void> {
  forget('lasting', 'known')
  await forgetAnswers()
}

async function orNull<T>(answer: Promise<T>, absent: (fault: unknown) => boolean): Promise<T | null> {
  try {
    return await answer
  } catch (fault) {
    if (absent(fault)) return null
    throw fault
  }
}
