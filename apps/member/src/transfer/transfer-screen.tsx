import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { TransferCallList } from '@gongqiao/modules/membership/contract.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { post } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { callsQuery, type Target } from './queries.ts'
import { Terms } from './terms.tsx'
import { transferTexts } from './texts/index.ts'
import { UnionSearch } from './union-search.tsx'

const route = getRouteApi('/transfer')

/** 转会: what waits for my answer, a search for the union to move to, and what moving there would mean. */
export function TransferScreen() {
  const { unit, code } = route.useSearch()
  const t = useSpeak(transferTexts)
  const target: Target | undefined = unit !== undefined ? { unit } : code !== undefined ? { code } : undefined
  return (
    <Screen title={t('title')} back={target ? '/transfer' : '/'} tabs>
      {target ? <Terms key={unit ?? code} target={target} /> : <Choosing />}
    </Screen>
  )
}

function Choosing() {
  const t = useSpeak(transferTexts)
  const calls = useQuery(callsQuery)
  return (
    <>
      <p className="soft">{t('intro')}</p>
      <Loaded query={calls}>
        {({ items }) =>
          items.length === 0 ? null : (
            <section>
              <h2>{t('callsTitle')}</h2>
              {items.map((call) => (
                <Call key={call.id} call={call} />
              ))}
            </section>
          )
        }
      </Loaded>
      <UnionSearch />
      <div className="stack acts">
        <Link className="button plain" to="/scan">
          <span>{t('scan')}</span>
        </Link>
      </div>
    </>
  )
}

function Call({ call }: { call: TransferCallList['items'][number] }) {
  const t = useSpeak(transferTexts)
  const [key] = useState(newId)
  const { cell, id, to, toUpper, origin } = call
  const refusing = useMutation({
    mutationFn: () => post(`/api/me/transfer-calls/${cell}/${id}/refusal`, {}, key),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: callsQuery.queryKey }),
  })
  return (
    <section className="standing" aria-label={to.name}>
      <h3>{t(`origin.${origin}`, { unit: to.name })}</h3>
      {toUpper === null ? null : <p className="soft small">{toUpper.name}</p>}
      {origin === 'union' ? <p className="small">{t('unionNote')}</p> : null}
      <Trouble fault={refusing.error} />
      <div className="stack acts">
        <Link className="button main" to="/transfer" search={{ unit: to.id }}>
          <span>{t('see')}</span>
        </Link>
        <Button kind="plain" busy={refusing.isPending} onClick={() => refusing.mutate()}>
          {refusing.isPending ? t('saying') : t('no')}
        </Button>
      </div>
    </section>
  )
}
