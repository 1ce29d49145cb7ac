import type { Self } from '@gongqiao/modules/people/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { cardQuery, mattersQuery } from '../api/queries.ts'
import { AskEntry } from '../asks/entry.tsx'
import { CardFace } from '../card/card-face.tsx'
import { ElectionEntry } from '../elections/entry.tsx'
import { HotlineLink } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Icon } from '../kit/icon.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { MatterRow } from '../matters/matter-row.tsx'
import { isOver, waitsForMe } from '../matters/standing.tsx'
import { OutboxList } from '../outbox/outbox-list.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { useInstallation } from '../shell/installation.ts'
import { Screen } from '../shell/screen.tsx'
import { UnionAskEntry } from '../union-asks/entry.tsx'
import { homeTexts } from './texts/index.ts'
import { WaitingForMe } from './waiting-for-me.tsx'

/** The signed-in home: the card, what waits for me, what is under way. */
export function MyHome({ self }: { self: Self }) {
  const t = useSpeak(homeTexts)
  const k = useSpeak(kitTexts)
  const hotline = useInstallation()?.hotline ?? '12351'
  const card = useQuery(cardQuery)
  return (
    <Screen title={t('hello', { name: self.name })} tabs>
      <Loaded query={card}>
        {(data) => (data === null ? <Empty title={t('noCard')}>{t('noCardWhy')}</Empty> : <CardFace card={data} />)}
      </Loaded>
      <AskEntry signedIn />
      <OutboxList />
      <WaitingForMe self={self} />
      <ElectionEntry />
      <UnderWay />
      <div className="stack acts">
        <Link className="button plain" to="/scan">
          <Icon name="scan" />
          <span>{t('scan')}</span>
        </Link>
        <UnionAskEntry signedIn />
        {card.data?.status === 'active' || card.data?.status === 'retained' ? (
          <Link className="button plain" to="/transfer">
            <Icon name="forward" />
            <span>{t('move')}</span>
          </Link>
        ) : null}
        <HotlineLink hotline={hotline}>{k('call', { hotline })}</HotlineLink>
      </div>
    </Screen>
  )
}

/** What others have in hand for me. */
function UnderWay() {
  const t = useSpeak(homeTexts)
  const matters = useQuery(mattersQuery)
  const open = (matters.data?.items ?? []).filter((matter) => !isOver(matter) && !waitsForMe(matter))
  if (open.length === 0) return null
  return (
    <section>
      <h2>{t('underWay')}</h2>
      <ul className="rows">
        {open.map((matter) => (
          <MatterRow key={matter.id} matter={matter} />
        ))}
      </ul>
    </section>
  )
}
