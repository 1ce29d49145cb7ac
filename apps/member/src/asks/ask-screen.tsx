import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { queryClient } from '../api/queries.ts'
import { Loaded } from '../kit/loaded.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { AskDetail } from './ask-detail.tsx'
import { myAskQuery } from './queries.ts'
import { askTexts } from './texts/index.ts'

const route = getRouteApi('/asks/$cell/$matter')

/** One ask of mine. */
export function AskScreen() {
  const { cell, matter } = route.useParams()
  const t = useSpeak(askTexts)
  const wanted = myAskQuery(Number(cell), matter)
  const query = useQuery(wanted)
  return (
    <Screen title={t('title')} back="/asks" tabs>
      <Loaded query={query}>
        {(ask) => (
          <AskDetail
            ask={ask}
            code={undefined}
            onChanged={(next) => {
              queryClient.setQueryData(wanted.queryKey, next)
              void queryClient.invalidateQueries({ queryKey: ['me', 'asks'], exact: true })
              void queryClient.invalidateQueries({ queryKey: ['me', 'matters'] })
            }}
          />
        )}
      </Loaded>
    </Screen>
  )
}
