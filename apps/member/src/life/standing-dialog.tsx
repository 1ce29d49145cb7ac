import type { MyLife } from '@gongqiao/modules/membership/contract.ts'
import { type RetentionReason, retentionReasons } from '@gongqiao/modules/membership/machine.ts'
import { dayOf } from '@gongqiao/ui/format.ts'
import { useState } from 'react'
import { networkNow } from '../api/clock.ts'
import { Choices } from '../kit/choices.tsx'
import { DayPicker } from '../kit/day-picker.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { AskDialog } from './ask-dialog.tsx'
import { lifeTexts } from './texts/index.ts'

const yearsBack = 15

/** Asks the union to retain my membership, or to make it active again, after saying what that means. */
export function StandingDialog({ life, onClose }: { life: MyLife; onClose: () => void }) {
  const t = useSpeak(lifeTexts)
  const today = dayOf(networkNow())
  const [reason, setReason] = useState<RetentionReason | ''>('')
  const [since, setSince] = useState(today)
  const retains = life.status === 'active'
  const year = Number(today.slice(0, 4))
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(since)
  return (
    <AskDialog
      title={t(retains ? 'retainTitle' : 'resumeTitle')}
      path={`/api/me/records/${life.cell}/${life.membership}/standing`}
      body={retains ? { wish: 'retain', reason, since } : { wish: 'resume', since }}
      action={t('send')}
      busy={t('sending')}
      check={() => (retains && reason === '' ? t('needReason') : whole ? undefined : t('needDay'))}
      onClose={onClose}
    >
      {retains ? (
        <>
          <p>{t('retainWhat')}</p>
          <ul className="plain-list">
            <li>{t('retainCard')}</li>
            <li>{t('retainVote')}</li>
            <li>{t('retainBack')}</li>
          </ul>
          <p className="small soft">{t('retainStill')}</p>
          <p className="label">{t('reason')}</p>
          <Choices
            name="retention"
            legend={t('reason')}
            value={reason}
            onValue={setReason}
            choices={retentionReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          />
        </>
      ) : (
        <p>{t('resumeWhat')}</p>
      )}
      <label className="label" htmlFor="since">
        {t('since')}
      </label>
      <DayPicker id="since" value={since} onValue={setSince} firstYear={year - yearsBack} lastYear={year} />
    </AskDialog>
  )
}
