import type { DemonstrationInbox } from '@gongqiao/modules/demonstration/contract.ts'
import { formatTime } from '@gongqiao/ui/format.ts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get, refusalCode } from '../api/client.ts'
import { Empty } from '../kit/empty.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { Note } from '../kit/note.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { useInstallation } from '../shell/installation.ts'
import { Screen } from '../shell/screen.tsx'
import { CopyButton } from './copy-button.tsx'
import { OfficerList } from './officer-list.tsx'
import { demoTexts } from './texts/index.ts'

type SentMessage = DemonstrationInbox['items'][number]

const shownFirst = 4

const inboxQuery = queryOptions({
  queryKey: ['demonstration'],
  queryFn: () => get<DemonstrationInbox>('/api/demonstration/inbox'),
  refetchInterval: 2_000,
})

/** What a demonstration shows instead of sending: codes, and officers with their live one-time codes. */
export function DemoScreen() {
  const t = useSpeak(demoTexts)
  const installation = useInstallation()
  const inbox = useQuery({ ...inboxQuery, enabled: installation?.demonstration === true })
  if (installation?.demonstration === false || refusalCode(inbox.error) !== undefined) {
    return (
      <Screen title={t('notHere')}>
        <p>{t('notHereWhy')}</p>
      </Screen>
    )
  }
  return (
    <Screen title={t('title')}>
      <Note tone="notice">
        <p>{t('notReal')}</p>
      </Note>
      <Loaded query={inbox}>
        {({ items, officers, worker, listed, joinLink }) => (
          <>
            <section>
              <h2>{t('begin')}</h2>
              <p>{t('joinWhy')}</p>
              <div className="stack acts">
                {joinLink === null ? null : (
                  <a className="button main" href={joinLink}>
                    <span>{t('joinLink')}</span>
                  </a>
                )}
                <a className="button plain" href="/console/">
                  <span>{t('console')}</span>
                </a>
              </div>
              <p>
                {t('worker', { phone: worker.phone })} <CopyButton text={worker.phone} />{' '}
                <Link className="link" to="/sign-in">
                  {t('workerSignIn')}
                </Link>
              </p>
            </section>
            <ListedPeople listed={listed} />
            <section>
              <h2>{t('inbox')}</h2>
              {items.length === 0 ? (
                <Empty title={t('inboxNone')}>{t('inboxNoneWhy')}</Empty>
              ) : (
                <>
                  <SentList items={items.slice(0, shownFirst)} />
                  {items.length > shownFirst ? (
                    <details>
                      <summary>{t('earlier')}</summary>
                      <SentList items={items.slice(shownFirst)} />
                    </details>
                  ) : null}
                </>
              )}
            </section>
            <OfficerList officers={officers} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}

/** People whom a roster names: whoever looks around may claim one. */
function ListedPeople({ listed }: Pick<DemonstrationInbox, 'listed'>) {
  const t = useSpeak(demoTexts)
  if (listed.length === 0) return null
  return (
    <section>
      <h2>{t('listed')}</h2>
      <p>
        {t('listedWhy')}{' '}
        <Link className="link" to="/claim">
          {t('listedClaim')}
        </Link>
      </p>
      <ul className="rows">
        {listed.map(({ name, identityNumber, phone }) => (
          <li key={identityNumber} className="row-plain">
            <span className="row-words">
              <span className="row-title">{name}</span>
              <span className="small">
                {identityNumber} <CopyButton text={identityNumber} />
              </span>
              <span className="small">
                {phone} <CopyButton text={phone} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function SentList({ items }: { items: readonly SentMessage[] }) {
  return (
    <ul className="rows">
      {items.map((item) => (
        <SentRow key={`${item.at}${item.to}${item.text}`} item={item} />
      ))}
    </ul>
  )
}

function SentRow({ item }: { item: SentMessage }) {
  const t = useSpeak(demoTexts)
  const code = /\d{6}/.exec(item.text)?.[0]
  return (
    <li className="row-plain">
      <span className="row-words">
        <span className="small soft">
          {formatTime(item.at)} · {item.channel === 'totp' ? t('totp') : t('sms')} · {t('to', { to: item.to })}
        </span>
        <span>{item.text}</span>
      </span>
      {code === undefined ? null : <CopyButton text={code} />}
    </li>
  )
}
