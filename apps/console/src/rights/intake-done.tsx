import type { Received } from '@gongqiao/modules/rights/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { Button } from 'antd'
import { useLanguage } from '../kit/language.tsx'
import { useRightsSay } from './texts/index.ts'

/** What was written down, and the query code to be read out or printed, this once. */
export function IntakeDone({ received, another }: { received: Received; another: () => void }) {
  const say = useRightsSay()
  const language = useLanguage()
  const { ask, queryCode } = received
  return (
    <section className="intake-done" aria-live="polite">
      <h3>{say('intake.done', { unit: ask.unit.name })}</h3>
      {queryCode === null ? (
        <p>{say('intake.done.member')}</p>
      ) : (
        <>
          <p className="soft">{say('intake.done.code')}</p>
          <p className="query-code figures">{queryCode.replace(/(.{4})(?=.)/g, '$1 ')}</p>
          <p>{say('intake.done.why')}</p>
        </>
      )}
      {ask.due === null ? null : (
        <p>
          {say('intake.done.due', { day: formatDay(ask.due.on, language) })}{' '}
          <span className="soft">{ask.due.words}</span>
        </p>
      )}
      <p className="panel-actions no-print">
        <Button onClick={() => window.print()}>{say('intake.print')}</Button>
        <Button type="primary" onClick={another}>
          {say('intake.another')}
        </Button>
      </p>
    </section>
  )
}
