import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryClient } from '../api/queries.ts'
import { Empty } from '../kit/empty.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { AskStanding } from './ask-standing.tsx'
import { ownAsksQuery } from './queries.ts'
import { unionAskTexts } from './texts/index.ts'
import { WithdrawAsk } from './withdraw.tsx'

/** All unions I asked for, and how far each has come. */
export function UnionAsksScreen() {
  const t = useSpeak(unionAskTexts)
  const asks = useQuery(ownAsksQuery)
  return (
    <Screen title={t('listTitle')} back="/" tabs>
      <Loaded query={asks}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('empty')}>{t('emptyWhy')}</Empty>
          ) : (
            items.map((ask) => (
              <div key={ask.ask}>
                <AskStanding ask={ask} />
                <WithdrawAsk
                  ask={ask}
                  path={`/api/me/union-asks/${ask.cell}/${ask.ask}/withdrawal`}
                  onDone={() => void queryClient.invalidateQueries({ queryKey: ownAsksQuery.queryKey })}
                />
              </div>
            ))
          )
        }
      </Loaded>
      <div className="stack acts">
        <Link className="button main" to="/union-ask">
          <span>{asks.data?.items.length ? t('again') : t('title')}</span>
        </Link>
      </div>
    </Screen>
  )
}
