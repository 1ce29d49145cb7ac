import type { InvitationLook } from '@gongqiao/modules/organization/contract.ts'
import { useInvitationSay } from './invitation-texts.ts'

/** How a second factor gets into an authenticator: scanned, opened on the same phone, or typed. */
export function TotpSetUp({ totp, account }: { totp: InvitationLook['totp']; account: string }) {
  const say = useInvitationSay()
  const address = `otpauth://totp/${encodeURIComponent(account)}?secret=${totp.secret}`
  return (
    <section aria-labelledby="totp-title">
      <h2 id="totp-title" className="invitation-step">
        {say('totp')}
      </h2>
      <p className="soft">{say('totp.why')}</p>
      <ol className="invitation-steps">
        <li>{say('totp.1')}</li>
        <li>
          {say('totp.2')}
          <img
            className="invitation-picture"
            alt={say('picture')}
            width={180}
            height={180}
            src={`data:image/svg+xml;utf8,${encodeURIComponent(totp.picture)}`}
          />
          <p>
            <a href={address}>{say('totp.2.phone')}</a>
          </p>
          <p className="soft">
            {say('totp.2.type')} <code className="invitation-secret">{inFours(totp.secret)}</code>
          </p>
        </li>
        <li>{say('totp.3')}</li>
      </ol>
    </section>
  )
}

/** A secret as it is read aloud and typed. */
function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? ''
}
