import { formatNumber } from '@gongqiao/ui/format.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { Field } from '../../kit/field.tsx'
import { Loading } from '../../kit/states.tsx'
import { useActing } from '../../session/acting.tsx'
import { ownPeopleQuery } from './queries.ts'
import { narrowed, type PartDraft, type PeopleNarrowed, place } from './split-draft.ts'
import { SplitList } from './split-list.tsx'
import { useEveryPage } from './split-parts.tsx'
import { usePastSay } from './texts.ts'
import type { Draft } from './wish.ts'

const shownAtOnce = 50
const standings = ['active', 'listed', 'provisional', 'retained'] as const

/** Who goes to which new union: picked in the roll, all who fit a filter at once, or from a list. Whoever is not given stays. */
export function SplitPeople({
  unit,
  draft,
  fault,
  onChange,
}: {
  unit: string
  draft: Draft
  fault: string | undefined
  onChange: (change: Partial<Draft>) => void
}) {
  const say = usePastSay()
  const { api } = useActing()
  const found = useInfiniteQuery(ownPeopleQuery(api, unit))
  const people = useEveryPage(found)
  const [by, setBy] = useState<PeopleNarrowed>({ text: '', status: '', where: '' })
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState(shownAtOnce)
  const { parts, placed } = draft
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending || found.hasNextPage) return <Loading rows={4} />
  const nameOf = (part: PartDraft) => part.name.trim() || say('part', { number: parts.indexOf(part) + 1 })
  const fitting = narrowed(people, placed, by)
  const chosen = picked.size > 0 ? people.filter(({ membership }) => picked.has(membership)) : fitting
  const narrow = (change: Partial<PeopleNarrowed>) => {
    setBy((now) => ({ ...now, ...change }))
    setPicked(new Set())
    setShown(shownAtOnce)
  }
  const give = (part: string | null) => {
    onChange({
      placed: place(
        placed,
        chosen.map(({ membership }) => membership),
        part,
      ),
    })
    setPicked(new Set())
  }
  const pick = (membership: string, on: boolean) => {
    const next = new Set(picked)
    if (on) next.add(membership)
    else next.delete(membership)
    setPicked(next)
  }
  const whereOptions = [
    { value: '', label: say('where.all') },
    { value: 'stays', label: say('where.stays') },
    ...parts.map((part) => ({ value: part.key, label: nameOf(part) })),
  ]
  if (people.length === 0) return <p className="soft">{say('people.none')}</p>
  return (
    <>
      <SplitList unit={unit} draft={draft} onChange={onChange} />
      {fault ? (
        <p className="field-fault" role="alert">
          {fault}
        </p>
      ) : null}
      <div className="split-filters">
        <Field id="split-text" label={say('people.find')}>
          <Input id="split-text" value={by.text} allowClear onChange={({ target }) => narrow({ text: target.value })} />
        </Field>
        <Field id="split-status" label={say('people.status')}>
          <Select
            id="split-status"
            className="wide"
            value={by.status}
            onChange={(status) => narrow({ status })}
            options={[
              { value: '', label: say('where.all') },
              ...standings.map((value) => ({ value, label: say(`status.${value}`) })),
            ]}
          />
        </Field>
        <Field id="split-where" label={say('people.where')}>
          <Select
            id="split-where"
            className="wide"
            value={by.where}
            onChange={(where) => narrow({ where })}
            options={whereOptions}
          />
        </Field>
      </div>
      <p className="soft" role="status">
        {say('people.fit', { count: formatNumber(fitting.length), all: formatNumber(people.length) })}
      </p>
      <ul className="split-people">
        {fitting.slice(0, shown).map((one) => {
          const to = parts.find(({ key }) => key === placed[one.membership])
          return (
            <li key={one.membership}>
              <Checkbox
                checked={picked.has(one.membership)}
                onChange={({ target }) => pick(one.membership, target.checked)}
              >
                {one.name} <span className="soft">{one.identityMask}</span>
              </Checkbox>
              <span className={to ? '' : 'soft'}>{to ? nameOf(to) : say('where.stays')}</span>
            </li>
          )
        })}
      </ul>
      {fitting.length > shown ? (
        <Button onClick={() => setShown(shown + shownAtOnce)}>{say('people.more')}</Button>
      ) : null}
      <div className="split-give">
        <p>{say(picked.size > 0 ? 'give.picked' : 'give.fitting', { count: formatNumber(chosen.length) })}</p>
        <div className="toolbar">
          {parts.map((part) => (
            <Button key={part.key} disabled={chosen.length === 0} onClick={() => give(part.key)}>
              {say('give.to', { unit: nameOf(part) })}
            </Button>
          ))}
          <Button disabled={chosen.length === 0} onClick={() => give(null)}>
            {say('give.stay')}
          </Button>
        </div>
      </div>
    </>
  )
}
