import type { AccessToken } from '@gongqiao/modules/organization/contract.ts'
import { tokenScopeNames } from '@gongqiao/modules/organization/machine.ts'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { PageHead } from '../kit/page.tsx'
import { Empty, Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useActing } from '../session/acting.tsx'
import { MadeToken } from './made-token.tsx'
import { NewTokenForm } from './new-token-form.tsx'
import { tokensQuery } from './queries.ts'
import { RevokeTokenDialog } from './revoke-token-dialog.tsx'
import { useTokensSay } from './texts/index.ts'
import './tokens.css'

/** The officer's access tokens 访问令牌: make one, see what there is, revoke. */
export function TokensPage() {
  const say = useTokensSay()
  const { api } = useActing()
  const tokens = useQuery(tokensQuery(api))
  const [secret, setSecret] = useState<string | null>(null)
  const [revoking, setRevoking] = useState<AccessToken | null>(null)
  const items = tokens.data?.items ?? []
  return (
    <div className="tokens">
      <PageHead title={say('title')}>
        <p className="soft">
          {say('words')} <a href="/api/docs">{say('docs')}</a>
        </p>
      </PageHead>
      {secret === null ? (
        <NewTokenForm onMade={setSecret} />
      ) : (
        <MadeToken secret={secret} onKept={() => setSecret(null)} />
      )}
      <h2>{say('list')}</h2>
      {tokens.isError ? <FailureNotice failure={tokens.error} retry={() => void tokens.refetch()} /> : null}
      {tokens.isPending ? <Loading what={say('loading')} rows={3} /> : null}
      {tokens.isSuccess && items.length === 0 ? (
        <Empty title={say('empty')}>
          <p>{say('empty.words')}</p>
        </Empty>
      ) : null}
      <ul className="token-list">
        {items.map((token) => (
          <TokenLine key={token.id} token={token} onRevoke={() => setRevoking(token)} />
        ))}
      </ul>
      {revoking ? <RevokeTokenDialog token={revoking} close={() => setRevoking(null)} /> : null}
    </div>
  )
}

function TokenLine({ token, onRevoke }: { token: AccessToken; onRevoke: () => void }) {
  const say = useTokensSay()
  const language = useLanguage()
  const usable = token.state === 'usable'
  const scopes = tokenScopeNames.filter((scope) => token.scopes.includes(scope))
  return (
    <li>
      <div>
        <strong>{token.name}</strong> <Tag tone={usable ? 'jade' : 'plain'}>{say(`state.${token.state}`)}</Tag>
        <p className="soft">{say('as', { unit: token.unitName, post: token.postTitle })}</p>
        <p>{scopes.map((scope) => say(`scope.${scope}`)).join(' · ')}</p>
        <p className="soft">
          {say('until')} {formatDay(dayOf(token.expiresAt), language)} · {say('used')}{' '}
          {token.lastUsedOn === null ? say('never') : formatDay(token.lastUsedOn, language)}
        </p>
      </div>
      {usable ? (
        <Button onClick={onRevoke} aria-label={`${say('revoke')} ${token.name}`}>
          {say('revoke')}
        </Button>
      ) : null}
    </li>
  )
}
