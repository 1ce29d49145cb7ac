import type { InvitationAccepted } from '@gongqiao/modules/organization/contract.ts'
import { Mark } from '@gongqiao/ui/mark.tsx'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { LanguageSwitch } from '../kit/language-switch.tsx'
import { useTitle } from '../kit/page.tsx'
import { Loading } from '../kit/states.tsx'
import { usePlainApi } from './acting.tsx'
import { InvitationForm } from './invitation-form.tsx'
import { invitationQuery } from './invitation-queries.ts'
import { useInvitationSay } from './invitation-texts.ts'
import { OwnAccount } from './own-account.tsx'
import { installationQuery } from './queries.ts'
import './sign-in.css'
import './invitation.css'

/** What the link of an invitation opens: which post it is, and the account to be opened for it; or why it does not work. */
export function InvitationPage() {
  const say = useInvitationSay()
  const api = usePlainApi()
  const { data: installation } = useQuery(installationQuery(api))
  const token = useLocation({ select: ({ hash }) => hash })
  const [done, setDone] = useState<InvitationAccepted | null>(null)
  const title = say(done === null ? 'title' : done.login === null ? 'own.done.title' : 'done.title')
  useTitle(title)
  return (
    <main className="sign-in">
      <div className="sign-in-card invitation-card">
        <div className="sign-in-brand">
          <Mark size={44} className="mark" />
          <h1>{title}</h1>
        </div>
        {done ? (
          <Done accepted={done} />
        ) : token === '' ? (
          <p>{say('no.token')}</p>
        ) : (
          <Look token={token} onDone={setDone} />
        )}
        <p className="soft sign-in-help">{say('help', { hotline: installation?.hotline ?? '12351' })}</p>
      </div>
      <LanguageSwitch />
    </main>
  )
}

function Look({ token, onDone }: { token: string; onDone: (accepted: InvitationAccepted) => void }): ReactNode {
  const say = useInvitationSay()
  const api = usePlainApi()
  const look = useQuery(invitationQuery(api, token))
  if (look.isError) return <FailureNotice failure={look.error} />
  if (look.isPending) return <Loading what={say('looking')} rows={4} />
  return (
    <>
      <OwnAccount token={token} onDone={onDone} />
      <InvitationForm key={token} token={token} look={look.data} onDone={onDone} />
    </>
  )
}

function Done({ accepted }: { accepted: InvitationAccepted }) {
  const say = useInvitationSay()
  const { login, unit, title } = accepted
  return (
    <div role="status">
      <p>{login === null ? say('own.done', { unit, title }) : say('done.words', { unit, title, login })}</p>
      <Link to={login === null ? '/' : '/sign-in'} className="invitation-go">
        {say(login === null ? 'own.done.go' : 'done.go')}
      </Link>
    </div>
  )
}
