import type { Officer } from '@gongqiao/modules/organization/contract.ts'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { AsOf } from '../../kit/as-of.ts'
import { AsOfBar } from '../../kit/as-of-bar.tsx'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { useLanguage } from '../../kit/language.tsx'
import { TabHead } from '../../kit/page.tsx'
import { Empty, Loading } from '../../kit/states.tsx'
import { useActing } from '../../session/acting.tsx'
import { useUnit } from '../../shell/unit-context.tsx'
import { brokenWords } from './broken-words.ts'
import { OfficerTable } from './officer-table.tsx'
import { PastCommittee } from './past-committee.tsx'
import { committeeQuery } from './queries.ts'
import { RecordDialog } from './record-dialog.tsx'
import { AppointDialog, EndSeatDialog } from './seat-dialogs.tsx'
import { TermBanner } from './term-banner.tsx'
import { useCommitteeSay } from './texts.ts'
import './committee.css'

/** The officers of a union: those in office, or as of a past day where the address says one. */
export function CommitteePage() {
  const unit = useUnit()
  const { on, known } = useSearch({ from: '/desk/units/$unit/committee' })
  const navigate = useNavigate({ from: '/units/$unit/committee' })
  const change = (asOf: AsOf) => void navigate({ search: asOf, replace: on !== undefined })
  return on === undefined ? (
    <CommitteeInOffice onPast={change} />
  ) : (
    <PastCommittee unit={unit.id} asOf={{ on, known }} onChange={change} />
  )
}

/** The officers of a union as one clear page: the term, what is broken or vacant, who sits where, and who sat before. */
function CommitteeInOffice({ onPast }: { onPast: (asOf: AsOf) => void }) {
  const say = useCommitteeSay()
  const language = useLanguage()
  const { api } = useActing()
  const unit = useUnit()
  const found = useQuery(committeeQuery(api, unit.id))
  const [open, setOpen] = useState<'record' | 'appoint' | null>(null)
  const [leaving, setLeaving] = useState<Officer | null>(null)
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('loading')} />

  const committee = found.data
  const { officers, broken, vacancies, past, may, term } = committee
  const local = unit.level !== 'grassroots' && unit.level !== 'village'
  const record = may.record ? (
    <Button type={officers.length === 0 ? 'primary' : 'default'} onClick={() => setOpen('record')}>
      {say(term === null ? 'record' : 'record.next')}
    </Button>
  ) : null
  return (
    <>
      <TabHead title={say('title')}>
        <p className="soft">
          {say('title.words')} <AsOfBar asOf={{}} onChange={onPast} />
        </p>
      </TabHead>
      <TermBanner committee={committee} today={dayOf(Date.now())} />
      {vacancies.map((one) => (
        <p key={one.matter} className="note">
          {say('vacancy', {
            seat: say(`seat.${one.seat}`),
            since: formatDay(one.since, language),
            due: formatDay(one.dueOn, language),
          })}{' '}
          <span className="soft">{one.explained}</span>
        </p>
      ))}
      {broken.length > 0 ? (
        <section className="follows" aria-label={say('broken', { count: broken.length })}>
          <p>{say('broken', { count: broken.length })}</p>
          <ul>
            {broken.map((note) => (
              <li key={`${note.name} ${note.code} ${note.seat}`}>{brokenWords(language, note)}</li>
            ))}
          </ul>
          <p className="soft">{say('broken.words')}</p>
        </section>
      ) : null}
      {officers.length === 0 ? (
        <Empty title={say('none')} action={record}>
          {say('none.words')}
        </Empty>
      ) : (
        <>
          <OfficerTable officers={officers} onEnd={may.appoint ? setLeaving : null} />
          <div className="toolbar">
            {may.appoint ? <Button onClick={() => setOpen('appoint')}>{say('add')}</Button> : null}
            {record}
          </div>
        </>
      )}
      {past.length > 0 ? (
        <section aria-labelledby="past-committees">
          <h2 id="past-committees">{say('past')}</h2>
          {past.map((before) => (
            <details key={before.term.electedOn}>
              <summary>
                {say('past.line', {
                  from: formatDay(before.term.electedOn, language),
                  to: formatDay(before.term.to ?? before.term.endsOn, language),
                })}
              </summary>
              <OfficerTable officers={before.officers} onEnd={null} />
            </details>
          ))}
        </section>
      ) : null}
      {open === 'record' ? (
        <RecordDialog unit={unit.id} years={local ? [5] : [3, 5]} close={() => setOpen(null)} />
      ) : null}
      {open === 'appoint' ? <AppointDialog unit={unit.id} close={() => setOpen(null)} /> : null}
      {leaving ? <EndSeatDialog cell={committee.unit.cell} officer={leaving} close={() => setLeaving(null)} /> : null}
    </>
  )
}
