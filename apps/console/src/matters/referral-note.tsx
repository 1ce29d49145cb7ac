import type { MatterView } from '@gongqiao/kernel/matter/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { Button } from 'antd'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import type { Asked } from './act-dialog.tsx'
import type { KindWords } from './kind.ts'
import { useMattersSay } from './texts/index.ts'
import { useAct } from './use-act.ts'

/** A referral that waits: where it comes from and why, and that silence accepts it. */
export function ReferralNote({
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
  const accept = useAct(
    { cell: view.cell, matter: view.id },
    () => say('referral.accepted'),
    () => {},
  )
  const { referral } = view
  if (view.movedTo !== null) return <p className="note">{say('referral.moved')}</p>
  if (referral === null) return null
  return (
    <div className="note">
      <p>
        {say('referral.from', { unit: referral.from.name, reason: words.word(`reason.${referral.reason}`) })}{' '}
        {say(referral.final ? 'referral.final' : 'referral.until', { day: formatDay(referral.dueOn, language) })}
      </p>
      <p className="note-acts">
        {view.may.includes('accept') ? (
          <Button
            type="primary"
            loading={accept.isPending}
            onClick={() => accept.mutate({ act: 'referral/acceptance' })}
          >
            {say('act.accept')}
          </Button>
        ) : null}
        {view.may.includes('send_back') ? (
          <Button onClick={() => onAsk({ is: 'send_back' })}>{say('act.send_back')}</Button>
        ) : null}
      </p>
      {accept.isError ? <FailureNotice failure={accept.error} quiet /> : null}
    </div>
  )
}
