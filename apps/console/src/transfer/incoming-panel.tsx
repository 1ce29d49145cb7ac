import type { IncomingView } from '@gongqiao/modules/membership/contract.ts'
import { incoming } from '@gongqiao/modules/membership/machine.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { MatterClock } from '../matters/matter-clock.tsx'
import { MatterHistory } from '../matters/matter-history.tsx'
import { NoSteps } from '../matters/no-steps.tsx'
import type { PanelProps } from '../matters/panel.ts'
import { useAsListed } from '../matters/use-as-listed.ts'
import { useActing } from '../session/acting.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { actOnIncoming, incomingQuery } from './queries.ts'
import { useStateWords } from './state-words.ts'
import { useTransferSay } from './texts/index.ts'

/** A member who comes from another union 转入, on the desk of the union they come to. */
export function IncomingPanel({ matter, listed, onNext }: PanelProps) {
  const say = useTransferSay()
  const { api } = useActing()
  const found = useQuery(incomingQuery(api, matter))
  useAsListed(found, listed)
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('loading')} />
  return <Found view={found.data} onNext={onNext} />
}

function Found({ view, onNext }: { view: IncomingView; onNext: (() => void) | null }) {
  const say = useTransferSay()
  const language = useLanguage()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { inWords } = useStateWords()
  const key = useFormKey()
  const [declining, setDeclining] = useState(false)
  const { name, from, to, owner, steps } = view
  const accept = useMutation({
    mutationFn: () => actOnIncoming(api, view, { path: 'acceptance', body: {} }, key.now()),
    onSuccess: async (after) => {
      message.success(say('acceptDone', { name }))
      client.setQueryData(incomingQuery(api, view).queryKey, after)
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'transfers'] })
    },
    onError: key.refused,
  })
  return (
    <>
      <h2 className="panel-title">{name}</h2>
      <p>
        <Tag>{nameOf(language, 'kind', incoming.name)}</Tag> <strong>{inWords(view.state)}</strong>
      </p>
      <p>{say('what', { name, from: from.name, to: to.name })}</p>
      {view.state === 'accepted' ? (
        <p className="note note-done">{say('acceptWaits', { name, from: from.name })}</p>
      ) : (
        <MatterClock kind={incoming.name} matter={view} />
      )}
      {view.state === 'asked' ? <p className="soft">{say('silenceIn')}</p> : null}
      <dl className="facts">
        <dt>{say('document')}</dt>
        <dd className="figures">{view.identityMask}</dd>
        <dt>{say('how')}</dt>
        <dd>{say(`channel.${view.channel}`, { to: to.name })}</dd>
        <dt>{say('owner')}</dt>
        <dd>{[owner.unit, owner.post, owner.name].filter((part) => part !== null).join(' · ')}</dd>
      </dl>
      <MatterHistory lines={view.history} />
      {accept.isError ? <FailureNotice failure={accept.error} quiet /> : null}
      {steps.includes('accept') ? (
        <div className="panel-actions">
          <Button type="primary" size="large" loading={accept.isPending} onClick={() => accept.mutate()}>
            {say('accept')}
          </Button>
          <Button size="large" onClick={() => setDeclining(true)}>
            {say('decline')}
          </Button>
        </div>
      ) : (
        <NoSteps onNext={onNext} />
      )}
      {declining ? <DeclineDialog view={view} close={() => setDeclining(false)} /> : null}
    </>
  )
}
