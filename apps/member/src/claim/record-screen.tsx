import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { MyRecord } from '@gongqiao/modules/membership/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { cardQuery, queryClient, selfQuery } from '../api/queries.ts'
import { homeTexts } from '../home/texts/index.ts'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Loaded, SignInFirst } from '../kit/loaded.tsx'
import { Note } from '../kit/note.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { sendOrKeep } from '../outbox/outbox.ts'
import { OutboxList, useWaits } from '../outbox/outbox-list.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { CorrectName } from './correct-name.tsx'
import { CorrectPhone } from './correct-phone.tsx'
import { recordQuery } from './queries.ts'
import { RosterDifferences } from './roster-differences.tsx'
import { claimTexts } from './texts/index.ts'

/** My membership record 我的会籍: what the network holds, one press that it is still true, and what can be corrected. */
export function RecordScreen() {
  const t = useSpeak(claimTexts)
  const h = useSpeak(homeTexts)
  const self = useQuery(selfQuery)
  const record = useQuery({ ...recordQuery, enabled: self.data !== null })
  return (
    <Screen title={t('recordTitle')} back="/">
      {self.data === null ? (
        <SignInFirst />
      ) : (
        <Loaded query={record}>
          {(data) => (data === null ? <Empty title={h('noCard')}>{h('noCardWhy')}</Empty> : <Held record={data} />)}
        </Loaded>
      )}
    </Screen>
  )
}

function Held({ record }: { record: MyRecord }) {
  const t = useSpeak(claimTexts)
  const { language } = usePreferences()
  const [correcting, setCorrecting] = useState<'name' | 'phone'>()
  const [saved, setSaved] = useState(false)
  const path = `/api/me/records/${record.cell}/${record.membership}`
  const [key] = useState(newId)
  const waits = useWaits(record.membership)
  const affirming = useMutation({
    mutationFn: () =>
      sendOrKeep<MyRecord>({
        kind: 'affirmation',
        path: `${path}/affirmation`,
        cell: record.cell,
        subject: record.membership,
        unitName: record.unit.name,
        body: {},
        key,
      }),
    onSuccess: (sent) => {
      if (!sent.kept) keepRecord(sent.answer)
    },
  })
  const isDecided = record.status !== 'provisional'
  // What a roster says otherwise is answered first: until then it is not all right.
  const asks = isDecided && record.differences.length === 0

  function corrected(after: MyRecord) {
    keepRecord(after)
    void queryClient.invalidateQueries({ queryKey: cardQuery.queryKey })
    setCorrecting(undefined)
    setSaved(true)
  }

  return (
    <>
      {asks && record.affirmationDue ? <p className="lead">{t('recordAsk')}</p> : null}
      <OutboxList subject={record.membership} />
      {affirming.isSuccess && !affirming.data.kept ? (
        <Note tone="done" alert>
          <p>{t('affirmed')}</p>
        </Note>
      ) : saved ? (
        <Note tone="done" alert>
          <p>{t('saved')}</p>
        </Note>
      ) : null}
      <RosterDifferences record={record} onAnswered={corrected} />
      <section className="standing">
        <dl className="facts">
          <Fact term={t('name')} text={record.name} onChange={() => setCorrecting('name')} />
          <Fact
            term={t('document')}
            text={`${nameOf(language, 'identity', record.identityKind)} ${record.identityMask}`}
          />
          <Fact term={t('sex')} text={nameOf(language, 'sex', record.sex)} />
          <Fact term={t('phone')} text={record.phoneMask ?? t('noPhone')} onChange={() => setCorrecting('phone')} />
          <Fact term={t('unit')} text={record.unit.name} />
          {record.upper === null ? null : <Fact term={t('upper')} text={record.upper.name} />}
          <Fact term={t('status')} text={nameOf(language, 'status', record.status)} />
          {record.since === null ? null : <Fact term={t('since')} text={formatDay(record.since, language)} />}
          {isDecided ? (
            <Fact
              term={t('affirmedOn')}
              text={record.affirmedOn === null ? t('never') : formatDay(record.affirmedOn, language)}
            />
          ) : null}
        </dl>
        <p className="small soft">{t('wrongNumber')}</p>
        <p className="small soft">{t('wrongUnit')}</p>
        <Link className="link" to="/life">
          {t('toLife')}
        </Link>
      </section>
      {asks ? <p className="small soft">{t('recordWhy')}</p> : null}
      <Trouble fault={affirming.error} />
      {record.differences.length > 0 ? null : (
        <div className="foot stack">
          {asks && !affirming.isSuccess && !waits ? (
            <Button busy={affirming.isPending} onClick={() => affirming.mutate()}>
              {affirming.isPending ? t('affirming') : t('affirm')}
            </Button>
          ) : (
            <Link className="button main" to="/">
              <span>{t('toHome')}</span>
            </Link>
          )}
        </div>
      )}
      {correcting === 'name' ? (
        <CorrectName
          path={`${path}/name`}
          name={record.name}
          onDone={corrected}
          onClose={() => setCorrecting(undefined)}
        />
      ) : null}
      {correcting === 'phone' ? (
        <CorrectPhone path={`${path}/phone`} onDone={corrected} onClose={() => setCorrecting(undefined)} />
      ) : null}
    </>
  )
}

function keepRecord(after: MyRecord): void {
  queryClient.setQueryData(recordQuery.queryKey, after)
  void queryClient.invalidateQueries({ queryKey: selfQuery.queryKey, exact: true })
}

function Fact({ term, text, onChange }: { term: ReactNode; text: ReactNode; onChange?: () => void }) {
  const t = useSpeak(claimTexts)
  return (
    <div className="row">
      <dt>{term}</dt>
      <dd>
        <span>{text}</span>
        {onChange === undefined ? null : (
          <button
            type="button"
            className="link"
            aria-label={t('changeWhat', { what: String(term) })}
            onClick={onChange}
          >
            {t('change')}
          </button>
        )}
      </dd>
    </div>
  )
}
