import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { MyRecord, RosterDifference } from '@gongqiao/modules/membership/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../api/client.ts'
import { Button } from '../kit/button.tsx'
import { Note } from '../kit/note.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { claimTexts } from './texts/index.ts'

type Props = { record: MyRecord; onAnswered: (after: MyRecord) => void }

/** What rosters say otherwise than my record; each waits for my word, and until then nothing changes. */
export function RosterDifferences({ record, onAnswered }: Props) {
  return (
    <>
      {record.differences.map((difference) => (
        <Difference key={difference.request} record={record} difference={difference} onAnswered={onAnswered} />
      ))}
    </>
  )
}

function Difference({ record, difference, onAnswered }: Props & { difference: RosterDifference }) {
  const t = useSpeak(claimTexts)
  const [keys] = useState(() => ({ mine: newId(), roster: newId() }))
  const { request, name, phoneMask, unit, leaving } = difference
  const answering = useMutation({
    mutationFn: (answer: 'mine' | 'roster') =>
      post<MyRecord>(
        `/api/me/records/${record.cell}/${record.membership}/roster-answers`,
        { request, answer },
        keys[answer],
      ),
    onSuccess: onAnswered,
  })
  const facts: [string, string][] = [
    ...(name === null ? [] : ([[t('name'), name]] satisfies [string, string][])),
    ...(phoneMask === null ? [] : ([[t('phone'), phoneMask]] satisfies [string, string][])),
    ...(unit === null ? [] : ([[t('unit'), unit.name]] satisfies [string, string][])),
  ]
  const mine = leaving ? t('stillThere') : t('mineRight')
  const roster = leaving ? t('haveLeft') : t('rosterRight')
  return (
    <section className="standing">
      <h2>{t(leaving ? 'missingTitle' : 'differsTitle')}</h2>
      <p>{t(leaving ? 'missingWhy' : 'differsWhy', { unit: record.unit.name })}</p>
      {facts.length === 0 ? null : (
        <dl className="facts">
          {facts.map(([term, text]) => (
            <div key={term} className="row">
              <dt>{term}</dt>
              <dd>
                <span>{text}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {phoneMask === null ? null : (
        <Note tone="notice">
          <p>{t('phoneByCode')}</p>
        </Note>
      )}
      <Trouble fault={answering.error} />
      <div className="stack acts">
        <Button busy={answering.isPending} onClick={() => answering.mutate('mine')}>
          {mine}
        </Button>
        <Button kind="plain" busy={answering.isPending} onClick={() => answering.mutate('roster')}>
          {roster}
        </Button>
      </div>
    </section>
  )
}
