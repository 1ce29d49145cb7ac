import type { TransferView } from '@gongqiao/modules/membership/contract.ts'
import { transfer } from '@gongqiao/modules/membership/machine.ts'
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
import { DecideForm } from './decide-form.tsx'
import { ObjectDialog } from './object-dialog.tsx'
import { actOnTransfer, type TransferAct, transferQuery } from './queries.ts'
import { useStateWords } from './state-words.ts'
import { useTransferSay } from './texts/index.ts'

/** A transfer 转会 on the desk of the union the member leaves, or of the one that decides over an objection. */
export function TransferPanel({ matter, listed, onNext }: PanelProps) {
  const say = useTransferSay()
  const { api } = useActing()
  const found = useQuery(transferQuery(api, matter))
  useAsListed(found, listed)
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('loading')} />
  return <Found view={found.data} onNext={onNext} />
}

function Found({ view, onNext }: { view: TransferView; onNext: (() => void) | null }) {
  const say = useTransferSay()
  const language = useLanguage()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { outWords } = useStateWords()
  const key = useFormKey()
  const [objecting, setObjecting] = useState(false)
  const { name, from, to, objection, owner, steps } = view
  const words = { name, from: from.name, to: to.name }
  const isOpen = view.due !== null
  const act = useMutation({
    mutationFn: (one: TransferAct) => actOnTransfer(api, view, one, key.now()),
    onSuccess: async (after, { path }) => {
      message.success(path === 'release' ? say('letGoDone', { name }) : say('dropDone'))
      client.setQueryData(transferQuery(api, view).queryKey, after)
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'transfers'] })
    },
    onError: key.refused,
  })
  return (
    <>
      <h2 className="panel-title">{name}</h2>
      <p>
        <Tag>{nameOf(language, 'kind', transfer.name)}</Tag> <strong>{outWords(view.state)}</strong>
      </p>
      <p>{say('what', words)}</p>
      <MatterClock kind={transfer.name} matter={view} />
      {view.state === 'asked' ? <p className="soft">{say('silence')}</p> : null}
      <dl className="facts">
        <dt>{say('how')}</dt>
        <dd>{say(`channel.${view.channel}`, { to: to.name })}</dd>
        {isOpen || view.releasedBy !== null ? (
          <>
            <dt>{say('releasedBy')}</dt>
            <dd>{view.releasedBy === null ? outWords(view.state) : say(`released.${view.releasedBy}`)}</dd>
          </>
        ) : null}
        {isOpen || view.accepted ? (
          <>
            <dt>{say('accepted')}</dt>
            <dd>{say(view.accepted ? 'accepted.yes' : 'accepted.no')}</dd>
          </>
        ) : null}
        <dt>{say('owner')}</dt>
        <dd>{[owner.unit, owner.post, owner.name].filter((part) => part !== null).join(' · ')}</dd>
      </dl>
      {objection === null ? null : (
        <div className="note">
          <p>
            <strong>{say('objection', { unit: from.name })}</strong> · {say(`reason.${objection.reason}`)}
          </p>
          <p>{objection.note}</p>
          <p className="soft">{say('decider', { unit: objection.decider.name })}</p>
        </div>
      )}
      <MatterHistory lines={view.history} />
      {act.isError ? <FailureNotice failure={act.error} quiet /> : null}
      {steps.includes('overrule') ? <DecideForm view={view} /> : null}
      {steps.includes('let_go') || steps.includes('drop') ? (
        <div className="panel-actions">
          <Button
            type="primary"
            size="large"
            loading={act.isPending}
            onClick={() => act.mutate({ path: steps.includes('drop') ? 'objection/withdrawal' : 'release', body: {} })}
          >
            {say(steps.includes('drop') ? 'drop' : 'letGo')}
          </Button>
          {steps.includes('object') ? (
            <Button size="large" onClick={() => setObjecting(true)}>
              {say('object')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {steps.length === 0 ? <NoSteps onNext={onNext} /> : null}
      {objecting ? <ObjectDialog view={view} close={() => setObjecting(false)} /> : null}
    </>
  )
}
