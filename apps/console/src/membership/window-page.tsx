import type { ApplicationView } from '@gongqiao/modules/membership/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { TabHead } from '../kit/page.tsx'
import { Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { noticeQuery } from './notice-query.ts'
import { useMembershipSay } from './texts/index.ts'
import { WindowDone } from './window-done.tsx'
import { WindowFields } from './window-fields.tsx'
import './window.css'

/** The window 窗口代办: staff type for somebody without a phone, who confirms by a code or on signed paper. */
export function WindowPage() {
  const say = useMembershipSay()
  const { api, may } = useActing()
  const { unit } = useParams({ from: '/desk/units/$unit' })
  const notice = useQuery(noticeQuery(api, unit))
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
        <>
          {notice.isError ? <FailureNotice failure={notice.error} retry={() => void notice.refetch()} /> : null}
          {notice.isPending ? <Loading what={say('window.consents.loading')} /> : null}
          {notice.data === null ? (
            <p className="note">
              {say('window.consents.none')}{' '}
              <Link to="/units/$unit/codes" params={{ unit }}>
                {say('queue.empty.codes')}
              </Link>
            </p>
          ) : null}
          {notice.data ? <WindowFields key={filling} unit={unit} invitation={notice.data} onDone={setDone} /> : null}
        </>
      )}
    </>
  )
}
