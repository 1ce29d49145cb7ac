import { CheckOutlined, ClockCircleOutlined, CloseOutlined } from '@ant-design/icons'
import type { MatterView } from '@gongqiao/kernel/matter/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { Button } from 'antd'
import { useLanguage } from '../kit/language.tsx'
import { useActing } from '../session/acting.tsx'
import type { Asked } from './act-dialog.tsx'
import type { KindWords } from './kind.ts'
import { useMattersSay } from './texts/index.ts'

/** Who was asked to sign which step 会签, and what they said; whoever is asked signs here. */
export function Signatures({
  view,
  words,
  onAsk,
}: {
  view: MatterView
  words: KindWords
  onAsk: (asked: Asked) => void
}) {
  const say = useMattersSay()
  const language = useLanguage()
  const { post } = useActing()
  const steps = [...Map.groupBy(view.signatures, ({ step }) => step)]
  return steps.map(([step, all]) => {
    const last = Math.max(...all.map(({ round }) => round))
    const round = all.filter((one) => one.round === last)
    const mine = view.may.includes('sign') && round.some((one) => one.post === post.id && one.decision === null)
    const mode = view.steps.find((offer) => offer.step === step)?.sign?.mode
    return (
      <section key={step}>
        <h3>{say('signatures', { step: words.word(`step.${step}`) })}</h3>
        {mode ? <p className="soft">{say(`signatures.${mode}`)}</p> : null}
        <ul className="signatures">
          {round.map(({ post: id, by, decision, decidedAt, note }) => (
            <li key={id}>
              {decision === 'agreed' ? (
                <CheckOutlined aria-hidden="true" className="jade" />
              ) : decision === 'refused' ? (
                <CloseOutlined aria-hidden="true" />
              ) : (
                <ClockCircleOutlined aria-hidden="true" />
              )}{' '}
              {by} · {say(`signatures.${decision ?? 'waits'}`)}
              {decidedAt === null ? null : <span className="soft"> {formatInstant(decidedAt, language)}</span>}
              {note === null ? null : <p className="timeline-note">{note}</p>}
            </li>
          ))}
        </ul>
        {mine ? (
          <p className="note-acts">
            <Button type="primary" onClick={() => onAsk({ is: 'sign', step, decision: 'agreed' })}>
              {say('signatures.agree')}
            </Button>
            <Button onClick={() => onAsk({ is: 'sign', step, decision: 'refused' })}>{say('signatures.refuse')}</Button>
          </p>
        ) : null}
      </section>
    )
  })
}
