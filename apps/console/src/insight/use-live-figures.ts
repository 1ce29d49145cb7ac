import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { browserClock, paced } from '../kit/pace.ts'
import { type StreamState, useFiguresStream } from '../kit/use-figures-stream.ts'
import { useActing } from '../session/acting.tsx'
import { withTick } from './follow-tick.ts'
import { figuresQuery, figuresStream } from './queries.ts'

/**
 * Keeps a union's figures on the screen true without a reload.
 *
 * The union's own counts come with each change; those of the unions below are fetched again, at most once a second.
 */
export function useLiveFigures(unit: string): StreamState {
  const { api } = useActing()
  const client = useQueryClient()
  const queryKey = useMemo(() => figuresQuery(api, unit).queryKey, [api, unit])
  const again = useMemo(
    () => paced(() => void client.invalidateQueries({ queryKey }), 1000, browserClock),
    [client, queryKey],
  )
  useEffect(() => again.stop, [again])

  return useFiguresStream(figuresStream(api, unit), {
    tick: (tick) => {
      client.setQueryData(queryKey, (held) => (held === undefined ? held : withTick(held, tick)))
      if (tick.changed.length > 0) again.ask()
    },
    reopen: () => void client.invalidateQueries({ queryKey }),
    // A stream cannot say why it ended; a plain request can, for example that the session is over.
    lost: () => void client.invalidateQueries({ queryKey }),
  })
}
