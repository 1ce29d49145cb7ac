import type { MatterView } from '@gongqiao/kernel/matter/contract.ts'
import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useActing } from '../session/acting.tsx'
import type { Asked } from './act-dialog.tsx'
import type { KindWords } from './kind.ts'
import { NoSteps } from './no-steps.tsx'
import { packAddress } from './queries.ts'
import { useMattersSay } from './texts/index.ts'
import { useAct } from './use-act.ts'

/** What an officer is about to do here: more time is asked for in a dialog of its own. */
export type PanelAsked = Asked | { readonly is: 'extend' }

/** The steps that are open, what else may be done with it, and its record to keep. */
export function PanelActs({
  view,
  words,
  onAsk,
  onNext,
  doneAt,
}: {
  view: MatterView
  words: KindWords
  onAsk: (asked: PanelAsked) => void
  onNext: (() => void) | null
  /** Where it is dealt with, when that is on a page of its own. */
  doneAt: ReactNode
}) {
  const say = useMattersSay()
  const { api } = useActing()
  const key = { cell: view.cell, matter: view.id }
  const resume = useAct(
    key,
    () => say('act.done', { act: say('act.resume') }),
    () => {},
  )
  const steps = view.steps.filter(({ own }) => !own)
  const ready = steps.filter(({ sign }) => sign === null || sign.agreed)
  const toSign = view.may.includes('ask_signatures') ? steps.filter(({ sign }) => sign !== null && !sign.agreed) : []
  const more = [
    ...toSign.map((offer) => ({
      key: `sign-${offer.step}`,
      label: say('act.ask_signatures', { step: words.word(`step.${offer.step}`) }),
      onClick: () => onAsk({ is: 'ask_signatures', offer }),
    })),
    ...(['hand_over', 'refer', 'pause', 'extend'] as const)
      .filter((act) => view.may.includes(act))
      .map((act) => ({ key: act, label: say(`act.${act}`), onClick: () => onAsk({ is: act }) })),
    ...(view.may.includes('resume')
      ? [{ key: 'resume', label: say('act.resume'), onClick: () => resume.mutate({ act: 'resumption' }) }]
      : []),
    {
      key: 'pdf',
      label: (
        <a href={packAddress(api, key, 'pdf')} target="_blank" rel="noreferrer">
          {say('act.record.pdf')}
        </a>
      ),
    },
    { key: 'json', label: <a href={packAddress(api, key, 'json')}>{say('act.record.json')}</a> },
  ]
  const menu = (
    <Dropdown menu={{ items: more }} trigger={['click']}>
      <Button size="large">{say('act.more')}</Button>
    </Dropdown>
  )
  return (
    <>
      {resume.isError ? <FailureNotice failure={resume.error} quiet /> : null}
      {ready.length === 0 ? <NoSteps onNext={onNext} doneAt={doneAt} /> : doneAt}
      <div className="panel-actions">
        {ready.map((offer, at) => (
          <Button
            key={offer.step}
            type={at === 0 && !offer.back ? 'primary' : 'default'}
            size="large"
            onClick={() => onAsk({ is: 'step', offer })}
          >
            {words.word(`step.${offer.step}`)}
          </Button>
        ))}
        {menu}
      </div>
    </>
  )
}
