import { SearchOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef, Select } from 'antd'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useShortcuts } from '../kit/shortcuts.tsx'
import { type RollMatch, rollMatches } from './roll-search.ts'
import { useMembershipSay } from './texts/index.ts'

/**
 * Looks for people on this roll: a name or characters of one, or a whole number. It asks when it is sent, not while it is
 * typed: each answer is a recorded look at those it shows.
 */
export function RollFind({
  find,
  match,
  onFind,
}: {
  find: string
  match: RollMatch
  onFind: (find: string, match: RollMatch) => void
}) {
  const say = useMembershipSay()
  const id = useId()
  const input = useRef<InputRef>(null)
  const [text, setText] = useState(find)
  const [how, setHow] = useState(match)
  useShortcuts((key) => {
    if (key !== 'f') return false
    input.current?.focus({ cursor: 'all' })
    return true
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    onFind(text.trim(), how)
  }

  return (
    <search>
      <form className="roll-find" onSubmit={submit} autoComplete="off">
        <Input
          ref={input}
          aria-label={say('find.label')}
          aria-describedby={`${id}-words`}
          placeholder={say('find.hint')}
          prefix={<SearchOutlined aria-hidden="true" />}
          suffix={
            <span className="roll-find-key" aria-hidden="true">
              f
            </span>
          }
          value={text}
          maxLength={60}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
        <Select
          aria-label={say('find.match')}
          value={how}
          options={rollMatches.map((value) => ({ value, label: say(`find.match.${value}`) }))}
          onChange={setHow}
          popupMatchSelectWidth={false}
        />
        <Button htmlType="submit">{say('find.go')}</Button>
        {find === '' ? null : (
          <Button type="text" onClick={() => onFind('', how)}>
            {say('find.clear')}
          </Button>
        )}
      </form>
      <p id={`${id}-words`} className="hidden-words">
        {say('find.words')}
      </p>
    </search>
  )
}
