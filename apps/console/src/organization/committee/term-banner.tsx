import type { Committee } from '@gongqiao/modules/organization/contract.ts'
import { daysBetween, formatDay, formatDays } from '@gongqiao/ui/format.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../../kit/language.tsx'
import { type TermAct, TermDialog } from './term-dialogs.tsx'
import { useCommitteeSay } from './texts.ts'

/** How the term stands, in one sentence; where it is over, what goes on, by which rule, and what to do. */
export function TermBanner({ committee, today }: { committee: Committee; today: string }) {
  const say = useCommitteeSay()
  const language = useLanguage()
  const [act, setAct] = useState<TermAct | null>(null)
  const { term, matter, may, unit } = committee
  if (term === null) return null
  const day = (value: string) => formatDay(value, language)
  const overdue = term.state === 'overdue'
  const asked = matter?.state === 'asked'
  const words = say(`term.${term.state}`, {
    from: day(term.electedOn),
    to: day(term.endsOn),
    until: term.extendedUntil === null ? '' : day(term.extendedUntil),
    days: formatDays(Math.max(daysBetween(today, term.endsOn), 0), language),
  })
  const soon = overdue || term.state === 'ending'
  return (
    <section className={soon ? 'term-banner term-banner-late' : 'term-banner'} aria-label={say('years')}>
      <p className={soon ? 'term-words amber' : 'term-words'}>{words}</p>
      {term.document === null ? null : <p className="soft">{say('term.document', { document: term.document })}</p>}
      {overdue ? <p>{say('term.caretaker')}</p> : null}
      {asked && matter.askedUntil !== null ? (
        <p>{say('term.asked', { day: day(matter.askedUntil), wish: matter.wish ?? '' })}</p>
      ) : null}
      {matter && !asked && matter.answer !== null && matter.answer !== 'extended' ? (
        <p>{say('term.refused', { answer: matter.answer })}</p>
      ) : null}
      {soon && !asked ? <p>{say(may.decide ? 'term.do.above' : 'term.do.ask', { day: day(term.latest) })}</p> : null}
      {matter ? <p className="soft">{matter.explained}</p> : null}
      <div className="toolbar">
        {soon && may.ask && !asked ? <Button onClick={() => setAct('ask')}>{say('ask.go')}</Button> : null}
        {(soon || asked) && may.decide ? (
          <Button type="primary" onClick={() => setAct('extend')}>
            {say('extend.go')}
          </Button>
        ) : null}
        {asked && may.decide ? <Button onClick={() => setAct('refuse')}>{say('refuse.go')}</Button> : null}
        {overdue && may.decide ? (
          <Button danger onClick={() => setAct('takeover')}>
            {say('takeover.go')}
          </Button>
        ) : null}
      </div>
      {act === null ? null : (
        <TermDialog
          act={act}
          unit={unit.id}
          name={unit.name}
          latest={term.latest}
          askedUntil={act === 'extend' ? (matter?.askedUntil ?? null) : null}
          close={() => setAct(null)}
        />
      )}
    </section>
  )
}
