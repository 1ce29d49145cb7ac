import type { QueueRow } from '@gongqiao/modules/membership/contract.ts'
import { application, notMe } from '@gongqiao/modules/membership/machine.ts'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { Checkbox } from 'antd'
import { useLanguage } from '../kit/language.tsx'
import { Tag } from '../kit/tag.tsx'
import { DueWords } from '../matters/due-words.tsx'
import { matterWord } from '../matters/keys.ts'
import { useKindWords } from '../matters/kind.ts'
import { useMatterWords } from '../matters/words.ts'
import { useDeskSay } from './texts/index.ts'

/** One matter of the queue: whom it concerns, which union, and its clock. */
export function QueueLine({
  row,
  cursor,
  open,
  ticked,
  tickable,
  onTick,
  onOpen,
}: {
  row: QueueRow
  cursor: boolean
  open: boolean
  ticked: boolean
  tickable: boolean
  /** `upTo`: with everything since the row that was ticked last. */
  onTick: (upTo: boolean) => void
  onOpen: () => void
}) {
  const say = useDeskSay()
  const language = useLanguage()
  const { stateOf } = useMatterWords()
  const words = useKindWords(row.kind)
  // The two oldest kinds are told officers in words of their own.
  const isOld = row.kind === application.name || row.kind === notMe.name
  const word = matterWord(row)
  return (
    <li className={`queue-item${cursor ? ' at-cursor' : ''}${open ? ' is-open' : ''}`}>
      <div className="queue-line">
        <span className="queue-tick">
          {tickable ? (
            <Checkbox
              checked={ticked}
              onChange={({ nativeEvent }) => onTick(isShifted(nativeEvent))}
              aria-label={say('queue.tick', { name: row.title })}
            />
          ) : null}
        </span>
        <button type="button" className="queue-open" data-row={word} aria-expanded={open} onClick={onOpen}>
          <span className="queue-who">
            <strong>{nameOf(language, 'title', row.title)}</strong>
            {row.kind === application.name ? null : <span className="soft"> {words.name}</span>}
          </span>
          <span className="queue-unit" title={row.unit.name}>
            {row.unit.shortName}
          </span>
          <span className="queue-tags">
            {row.state === 'submitted' || row.state === 'reported' ? null : (
              <Tag>{isOld ? stateOf(row.state) : words.word(`state.${row.state}`)}</Tag>
            )}
            {row.escalated ? <Tag>{say('queue.escalated')}</Tag> : null}
          </span>
          <span className="queue-due">
            {row.waitingSince !== null ? (
              <span className="due">{say('waiting.row', { day: formatDay(dayOf(row.waitingSince), language) })}</span>
            ) : row.pausedSince !== null ? (
              <span className="due">{say('paused.row', { day: formatDay(row.pausedSince, language) })}</span>
            ) : row.dueOn === null ? null : (
              <DueWords on={row.dueOn} overdue={row.overdue} provisional={row.provisional} />
            )}
          </span>
        </button>
      </div>
    </li>
  )
}

/** A tick by mouse says whether Shift is held. */
function isShifted(event: object): boolean {
  return 'shiftKey' in event && event.shiftKey === true
}
