import type { LifeView } from '@gongqiao/modules/membership/contract.ts'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { type Act, useActing } from '../session/acting.tsx'
import { FormDialog } from './form-dialog.tsx'
import { type MemberAct, memberForms } from './forms.ts'
import { lifeQuery } from './queries.ts'
import { useLifeSay } from './texts/index.ts'
import './life.css'

const permission = {
  retain: 'membership.retain',
  resume: 'membership.resume',
  death: 'membership.record_death',
  deemed: 'membership.open_deemed',
  expulsion: 'membership.open_expulsion',
  name: 'membership.correct_name_at_window',
} as const satisfies { readonly [act in MemberAct]: Act }

type Member = { readonly cell: number; readonly membership: string; readonly name: string }

/** What was done to a membership, and what may be done now, beside the member. */
export function LifeSection({ member }: { member: Member }) {
  const say = useLifeSay()
  const { api, may } = useActing()
  const allowed = may('membership.view_life')
  const found = useQuery({ ...lifeQuery(api, member), enabled: allowed })
  if (!allowed) return null
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} quiet />
  if (found.isPending) return <Loading what={say('section.loading')} />
  return <Life member={member} view={found.data} />
}

function Life({ member, view }: { member: Member; view: LifeView }) {
  const say = useLifeSay()
  const language = useLanguage()
  const { may } = useActing()
  const client = useQueryClient()
  const [asking, setAsking] = useState<MemberAct>()
  const { matters, records } = view
  const acts = view.acts.filter((act) => may(permission[act]))
  const form = asking && memberForms[asking]
  return (
    <section aria-label={say('section.title')}>
      <h3>{say('section.title')}</h3>
      <p className="soft">
        {view.ended !== null
          ? say(`ended.${view.ended}`)
          : view.votes
            ? say('rights.full')
            : view.status === 'retained'
              ? say('rights.retained')
              : null}
      </p>
      {view.confidential ? <p className="note">{say('rights.confidential')}</p> : null}
      {matters.length === 0 ? null : (
        <>
          <h4>{say('matters.title')}</h4>
          <ul className="plain">
            {matters.map(({ matter, kind, state, openedAt }) => (
              <li key={matter}>
                {nameOf(language, 'kind', kind)} · {nameOf(language, 'state', state)} ·{' '}
                {formatDay(dayOf(openedAt), language)}
              </li>
            ))}
          </ul>
        </>
      )}
      {records.length === 0 ? null : (
        <>
          <h4>{say('records.title')}</h4>
          <ul className="plain">
            {records.map((record) => (
              <li key={record.id}>
                {say(`act.${record.act}`)} · {formatDay(record.on, language)} · {record.by ?? say('record.self')}
                {record.reason === null ? null : <> · {say(`choice.${record.reason}`)}</>}
                {record.before === null || record.after === null ? null : (
                  <> · {say('record.change', { before: record.before, after: record.after })}</>
                )}
                {record.kin === null ? null : <> · {say('record.kin', record.kin)}</>}
                {record.note === null ? null : <> · {record.note}</>}
                {record.proof ? <span className="soft"> · {say('record.proof')}</span> : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {acts.length === 0 ? null : (
        <div className="life-acts">
          {acts.map((act) => (
            <Button
              key={act}
              onClick={() => setAsking(act)}
              danger={act === 'expulsion' || act === 'deemed'}
              size="small"
            >
              {say(`act.${act}`)}
            </Button>
          ))}
        </div>
      )}
      {asking && form ? (
        <FormDialog<unknown>
          title={say(`title.${asking}`, { name: member.name })}
          action={say(`act.${asking}`)}
          path={
            form.path === null
              ? '/api/window/name-corrections'
              : `/api/cells/${member.cell}/members/${member.membership}/${form.path}`
          }
          fields={form.fields}
          {...(form.path === null ? { more: { cell: member.cell, membership: member.membership } } : {})}
          follows={[
            say(`follow.${asking}`),
            ...(asking === 'retain' ? [say('follow.retain.still')] : []),
            ...(asking === 'resume' ? [say('follow.resume.elsewhere')] : []),
            ...(asking === 'deemed' ? [say('follow.deemed.part')] : []),
          ]}
          onDone={() =>
            client.invalidateQueries({
              predicate: ({ queryKey }) => ['member', 'roll', 'roll-counts', 'queue'].includes(String(queryKey[2])),
            })
          }
          close={() => setAsking(undefined)}
        />
      ) : null}
    </section>
  )
}
