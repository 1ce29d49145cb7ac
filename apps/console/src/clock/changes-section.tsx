import type { ClockChange, RuleList } from '@gongqiao/kernel/clock/contract.ts'
import { formatDay, formatInstant } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Empty, Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useActing } from '../session/acting.tsx'
import { changesQuery } from './queries.ts'
import { useClockSay } from './texts/index.ts'
import { UndoDialog } from './undo-dialog.tsx'

/** Who changed a rule or a year, on what ground, how many due days moved, and the way back. */
export function ChangesSection({ list }: { list: RuleList }) {
  const say = useClockSay()
  const language = useLanguage()
  const { api } = useActing()
  const changes = useQuery(changesQuery(api))
  const [undoing, setUndoing] = useState<ClockChange | null>(null)
  const items = changes.data?.items ?? []
  const whatOf = ({ kind, rule, from, year }: ClockChange) =>
    kind === 'rule'
      ? say('change.rule', { rule: rule ?? '', from: from === null ? '' : formatDay(from, language) })
      : say('change.year', { year: year ?? '' })
  return (
    <>
      {changes.isError ? <FailureNotice failure={changes.error} retry={() => void changes.refetch()} /> : null}
      {changes.isPending ? <Loading what={say('loading.changes')} rows={4} /> : null}
      {changes.isSuccess && items.length === 0 ? (
        <Empty title={say('changes.none')}>{say('changes.none.words')}</Empty>
      ) : null}
      <ul className="clock-changes">
        {items.map((change) => (
          <li key={change.id}>
            <div>
              <strong>{whatOf(change)}</strong>{' '}
              <Tag>{list.places.find(({ code }) => code === change.region)?.name ?? change.region}</Tag>
              <p>{change.source}</p>
              <p className="soft">
                {say('change.by', { by: change.by ?? say('change.system'), at: formatInstant(change.at, language) })}
                {' · '}
                {say(change.followed ? 'change.followed' : 'change.following', { moved: change.moved })}
              </p>
              {change.undoneAt === null ? null : (
                <p className="soft">
                  {say('change.undone', {
                    by: change.undoneBy ?? say('change.system'),
                    at: formatInstant(change.undoneAt, language),
                  })}
                </p>
              )}
            </div>
            {change.mayUndo ? (
              <Button onClick={() => setUndoing(change)} aria-label={`${say('undo')} ${whatOf(change)}`}>
                {say('undo')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {undoing ? <UndoDialog change={undoing} what={whatOf(undoing)} close={() => setUndoing(null)} /> : null}
    </>
  )
}
