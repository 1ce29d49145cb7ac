import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { needsSignIn } from '../api/client.ts'
import { useSpeak } from '../settings/preferences.ts'
import { Note } from './note.tsx'
import { kitTexts } from './texts/index.ts'
import { Trouble } from './trouble.tsx'
import { useSlow } from './use-online.ts'

type Asked<T> = { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown }

/** Shows an answer once it is there; until then that it is coming, and otherwise what to do next. */
export function Loaded<T>({ query, children }: { query: Asked<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data)
  if (query.isPending) return <Reading />
  if (needsSignIn(query.error)) return <SignInFirst />
  return <Trouble fault={query.error} onRetry={() => query.refetch()} />
}

/** Words while something is read; nothing at all for the first moment, so that quick answers do not flicker. */
export function Reading() {
  const t = useSpeak(kitTexts)
  const noticed = useSlow(true, 400)
  const slow = useSlow(true)
  return (
    <p className="reading" role="status">
      {slow ? t('slow') : noticed ? t('reading') : ''}
    </p>
  )
}

/** Asks for a sign-in and comes back here after it. */
export function SignInFirst() {
  const t = useSpeak(kitTexts)
  const { pathname } = useLocation()
  return (
    <>
      <Note tone="notice" title={t('signInFirst')}>
        <p>{t('signInWhy')}</p>
      </Note>
      <Link className="button main" to="/sign-in" search={{ next: pathname }}>
        <span>{t('signIn')}</span>
      </Link>
    </>
  )
}
