import { useMutation } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useRef, useState } from 'react'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { Field } from '../../kit/field.tsx'
import { useActing } from '../../session/acting.tsx'
import { namePeople } from './queries.ts'
import { placeNamed } from './split-draft.ts'
import { usePastSay } from './texts.ts'
import type { Draft } from './wish.ts'

const toldAtMost = 50

/** Who goes where, read from a list; every line that names nobody for certain is told, and the others are placed. */
export function SplitList({
  unit,
  draft,
  onChange,
}: {
  unit: string
  draft: Draft
  onChange: (change: Partial<Draft>) => void
}) {
  const say = usePastSay()
  const { api } = useActing()
  const input = useRef<HTMLInputElement>(null)
  const { parts } = draft
  const [to, setTo] = useState<string | null>(null)
  const [told, setTold] = useState<{ readonly count: number; readonly lines: readonly string[] } | null>(null)
  const chosen = to ?? (parts.length === 1 ? (parts[0]?.key ?? null) : null)
  const read = useMutation({
    mutationFn: (file: File) => namePeople(api, unit, file),
    onSuccess: ({ found, unclear }) => {
      const after = placeNamed(draft.placed, found, parts, chosen)
      onChange({ placed: after.placed })
      setTold({
        count: after.count,
        lines: [
          ...unclear.map(({ row, name, why }) => say(`list.${why}`, { row, name })),
          ...after.unknown.map((line) => say(line.to === '' ? 'list.nowhere' : 'list.no_union', line)),
        ],
      })
    },
    onMutate: () => setTold(null),
  })
  return (
    <div className="split-list">
      <p className="soft">{say('list.words')}</p>
      {parts.length > 1 ? (
        <Field id="split-list-to" label={say('list.to')}>
          <Select
            id="split-list-to"
            className="wide"
            allowClear
            value={to}
            placeholder={say('list.to.hint')}
            onChange={(value: string | undefined) => setTo(value ?? null)}
            options={parts.map((part, index) => ({
              value: part.key,
              label: part.name.trim() || say('part', { number: index + 1 }),
            }))}
          />
        </Field>
      ) : null}
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv"
        className="hidden-words"
        aria-label={say('list.read')}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) read.mutate(file)
          target.value = ''
        }}
      />
      <Button onClick={() => input.current?.click()} loading={read.isPending}>
        {say('list.read')}
      </Button>
      {read.isError ? <FailureNotice failure={read.error} quiet /> : null}
      {told ? (
        <div role="status">
          <p>{say('list.done', { count: told.count })}</p>
          {told.lines.length > 0 ? (
            <ul className="field-fault">
              {told.lines.slice(0, toldAtMost).map((line) => (
                <li key={line}>{line}</li>
              ))}
              {told.lines.length > toldAtMost ? (
                <li>{say('list.others', { count: told.lines.length - toldAtMost })}</li>
              ) : null}
            </ul>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
