import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { queryClient } from '../api/queries.ts'
import { Loaded } from '../kit/loaded.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { AskStanding } from './ask-standing.tsx'
import { followQuery } from './queries.ts'
import { unionAskTexts } from './texts/index.ts'
import { WithdrawAsk } from './withdraw.tsx'

/** A request by its link, for whoever is not signed in. */
export function FollowAskScreen() {
  const t = useSpeak(unionAskTexts)
  const { follow } = useParams({ from: '/union-ask/$follow' })
  const found = useQuery(followQuery(follow))
  return (
    <Screen title={t('title')} back="/">
      <Loaded query={found}>
        {(ask) => (
          <>
            <AskStanding ask={ask} />
            <WithdrawAsk
              ask={ask}
              path={`/api/union-asks/${encodeURIComponent(follow)}/withdrawal`}
              onDone={(after) => queryClient.setQueryData(followQuery(follow).queryKey, after)}
            />
          </>
        )}
      </Loaded>
    </Screen>
  )
}
