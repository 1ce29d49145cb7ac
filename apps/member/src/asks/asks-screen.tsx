import type { MyAskLine } from '@gongqiao/modules/rights/contract.ts'
import { dayOf, formatDay, formatUntil } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { networkNow } from '../api/clock.ts'
import { Empty } from '../kit/empty.tsx'
import { Icon } from '../kit/icon.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { OutboxList } from '../outbox/outbox-list.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { myAsksQuery } from './queries.ts'
import { useStateWord, waitsForAsker } from './standing.tsx'
import { askTexts } from './texts/index.ts'

/** All I asked: how far it is, by when. */
export function AsksScreen() {
  const t = useSpeak(askTexts)
  const asks = useQuery(myAsksQuery)
  return (
    <Screen title={t('listTitle')} back="/" tabs>
      <OutboxList kind="asking" />
      <Loaded query={asks}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('empty')}>{t('emptyWhy')}</Empty>
          ) : (
            <ul className="rows">
              {items.map((line) => (
                <Row key={line.matter} line={line} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div className="stack acts">
        <Link className="button main" to="/ask">
          <Icon name="mic" />
          <span>{t('entry')}</span>
        </Link>
      </div>
    </Screen>
  )
}

function Row({ line }: { line: MyAskLine }) {
  const t = useSpeak(askTexts)
  const { language } = usePreferences()
  const stateWord = useStateWord()
  const { cell, matter, state, dueOn, safeBy } = line
  return (
    <li>
      <Link className="row-link" to="/asks/$cell/$matter" params={{ cell: String(cell), matter }}>
        <Icon name={dueOn === null ? 'check' : waitsForAsker(state) ? 'wrong' : 'clock'} />
        <span className="row-words">
          <span className="row-title">{line.begins === '' ? t('onlySpoken') : line.begins}</span>
          <span className="soft small">
            {stateWord(line)} · {line.unit.name}
          </span>
          {safeBy !== null && safeBy >= dayOf(networkNow()) ? (
            <span className="small">{t('safeBy', { day: formatDay(safeBy, language) })}</span>
          ) : null}
          {dueOn === null ? null : (
            <span className="soft small">
              {formatDay(dueOn, language)}（{formatUntil(dayOf(networkNow()), dueOn, language)}）
            </span>
          )}
        </span>
        <Icon name="forward" />
      </Link>
    </li>
  )
}
