import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { browserClock, paced } from '../kit/pace.ts'
import { useFiguresStream } from '../kit/use-figures-stream.ts'
import { useActing } from '../session/acting.tsx'

/** Looking again is itself recorded for everybody in the list, so a busy county is looked at no oftener than this. */
const everyMs = 20_000

/** Looks at the queue again when something below the post's unit has changed, instead of asking over and over. */
export function useQueueChanges(): void {
  const { api, post, may } = useActing()
  const client = useQueryClient()
  const known = useRef<string | null>(null)
  const again = useMemo(
    () =>
      paced(
        () => void client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] }),
        everyMs,
        browserClock,
      ),
    [client, api],
  )
  useEffect(() => again.stop, [again])

  const address = may('insight.view_figures') ? api.address(`/api/units/${post.unit.id}/figures/stream`) : null
  useFiguresStream(address, {
    tick: ({ onRoll, provisional }) => {
      const now = `${onRoll} ${provisional}`
      if (known.current !== null && known.current !== now) again.ask()
      known.current = now
    },
    reopen: again.ask,
    lost: () => {},
  })
}
