import type { Referred } from '@gongqiao/kernel/matter/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Api } from '../kit/api.ts'
import { kindOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { useActing } from '../session/acting.tsx'
import type { MatterKey } from './keys.ts'
import { useMattersSay } from './texts/index.ts'

const wentKey = (api: Api, { cell, matter }: MatterKey) => [api.post, 'went', cell, matter] as const

/** Remembers where a matter was taken to by this post: from there it may be in sight no longer. */
export function rememberWent(client: QueryClient, api: Api, matter: MatterKey, went: Referred): void {
  client.setQueryData(wentKey(api, matter), went)
}

/** What stands in place of a matter that cannot be fetched: where it went, when it was taken elsewhere from here. */
export function GoneOrFailed({
  matter,
  failure,
  retry,
  onNext,
}: {
  matter: MatterKey
  failure: unknown
  retry: () => void
  onNext: (() => void) | null
}) {
  const say = useMattersSay()
  const language = useLanguage()
  const { api } = useActing()
  const went = useQueryClient().getQueryData<Referred>(wentKey(api, matter))
  if (went === undefined || kindOf(failure) !== 'absent') return <FailureNotice failure={failure} retry={retry} />
  return (
    <>
      <div className="note note-done" role="status">
        <p>
          <strong>{say('went.to', { unit: went.unit.name })}</strong>
        </p>
        <p>
          {went.disputed ? say('went.disputed') : null}
          {went.dueOn === null || went.final ? null : say('went.until', { day: formatDay(went.dueOn, language) })}
          {say('went.out_of_reach')}
        </p>
      </div>
      {onNext ? (
        <div className="panel-actions">
          <Button type="primary" onClick={onNext}>
            {say('matter.next')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
