import type { KindStep, QueueRow } from '@gongqiao/kernel/matter/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useKindWords } from '../matters/kind.ts'
import { kindsQuery } from '../matters/queries.ts'
import { BulkConfirm } from '../membership/bulk-confirm.tsx'
import { useActing } from '../session/acting.tsx'
import { BulkSteps } from './bulk-steps.tsx'
import { sharedSteps } from './shared-steps.ts'
import { useDeskSay } from './texts/index.ts'

/** What is being done with the rows that were chosen then. */
type Doing = { readonly rows: readonly QueueRow[]; readonly step: KindStep | 'confirm' }

/** At the foot of the queue: how many rows are chosen, and what can be done with all of them. */
export function ChosenBar({
  rows,
  canConfirm,
  choose,
}: {
  rows: readonly QueueRow[]
  /** All of them are applications that this post may confirm. */
  canConfirm: boolean
  choose: (words: readonly string[]) => void
}) {
  const say = useDeskSay()
  const { api } = useActing()
  const kinds = useQuery(kindsQuery(api)).data?.items ?? []
  const words = useKindWords(rows[0]?.kind ?? '')
  const [doing, setDoing] = useState<Doing | null>(null)
  const steps = sharedSteps(rows, kinds)
  const close = (left: readonly string[]) => {
    setDoing(null)
    choose(left)
  }
  return (
    <>
      {rows.length > 0 ? (
        <section className="chosen-bar" aria-label={say('chosen.bar')}>
          <strong role="status">{say('chosen', { count: rows.length })}</strong>
          {steps.length === 0 && !canConfirm ? <span className="soft chosen-none">{say('chosen.none')}</span> : null}
          <span className="chosen-acts">
            {canConfirm ? (
              <Button type="primary" onClick={() => setDoing({ rows, step: 'confirm' })}>
                {say('bulk.open')}
              </Button>
            ) : null}
            {steps.map((step, at) => (
              <Button
                key={step.step}
                type={at === 0 && !step.back ? 'primary' : 'default'}
                onClick={() => setDoing({ rows, step })}
              >
                {words.word(`step.${step.step}`)}
              </Button>
            ))}
            <Button type="text" onClick={() => choose([])}>
              {say('chosen.clear')}
            </Button>
          </span>
        </section>
      ) : null}
      {doing === null ? null : doing.step === 'confirm' ? (
        <BulkConfirm rows={doing.rows} close={close} />
      ) : (
        <BulkSteps rows={doing.rows} step={doing.step} close={close} />
      )}
    </>
  )
}
