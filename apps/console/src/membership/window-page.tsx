import type { ApplicationView } from '@gongqiao/modules/membership/contract.ts'
import { notice } from '@gongqiao/modules/membership/texts/notice.ts'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { useActing } from '../session/acting.tsx'
import { useMembershipSay } from './texts/index.ts'
import { WindowDone } from './window-done.tsx'
import { WindowFields } from './window-fields.tsx'
import './window.css'

/** The window 窗口代办: staff type for somebody without a phone, who confirms by a code or on signed paper. */
export function WindowPage() {
  const say = useMembershipSay()
  const language = useLanguage()
  const { may } = useActing()
  const { unit } = useParams({ from: '/desk/units/$unit' })
  const [done, setDone] = useState<ApplicationView | null>(null)
  const [filling, setFilling] = useState(0)

  return (
    <>
      <div className="no-print">
        <TabHead title={say('window.title')}>
          <p className="soft">{say('window.words')}</p>
          {may('membership.list_roll') ? (
            <p>
              {say('window.lost')}{' '}
              <Link to="/units/$unit/people" params={{ unit }}>
                {say('window.lost.roll')}
              </Link>{' '}
              {say('window.lost.then')}
            </p>
          ) : null}
        </TabHead>
      </div>
      {done ? (
        <WindowDone
          view={done}
          another={() => {
            setDone(null)
            setFilling(filling + 1)
          }}
        />
      ) : (
        <WindowFields key={filling} unit={unit} notice={notice[language]} onDone={setDone} />
      )}
    </>
  )
}
