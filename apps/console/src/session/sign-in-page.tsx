import type { OfficerSelf } from '@gongqiao/modules/organization/contract.ts'
import { Mark } from '@gongqiao/ui/mark.tsx'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { LanguageSwitch } from '../kit/language-switch.tsx'
import { useTitle } from '../kit/page.tsx'
import { usePlainApi } from './acting.tsx'
import { safeReturn } from './choose-post.ts'
import { installationQuery, officerSelfQuery } from './queries.ts'
import { useSessionOver } from './session-over-context.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useSessionSay } from './texts/index.ts'
import './sign-in.css'

/** Sign in: login and password, then the code. Afterwards the officer is where they wanted to go. */
export function SignInPage() {
  const say = useSessionSay()
  const api = usePlainApi()
  const client = useQueryClient()
  const router = useRouter()
  const over = useSessionOver()
  const { back } = useSearch({ from: '/sign-in' })
  const { data: installation } = useQuery(installationQuery(api))
  useTitle(say('title'))

  function enter(self: OfficerSelf) {
    client.clear()
    client.setQueryData(officerSelfQuery(api).queryKey, self)
    over.tell(false)
    void router.navigate({ href: safeReturn(back) })
  }

  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <div className="sign-in-brand">
          <Mark size={44} className="mark" />
          <div>
            <h1>{say('title')}</h1>
            <p className="soft">{say('purpose', { name: installation?.name ?? '' })}</p>
          </div>
        </div>
        <SignInForm onSignedIn={enter} />
        <p className="soft sign-in-help">{say('help', { hotline: installation?.hotline ?? '12351' })}</p>
        {installation?.demonstration ? (
          <p className="sign-in-demonstration">
            {say('demonstration')} <a href="/demo">{say('demonstration.link')}</a>
          </p>
        ) : null}
      </div>
      <LanguageSwitch />
    </main>
  )
}
