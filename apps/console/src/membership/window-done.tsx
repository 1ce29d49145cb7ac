import { CheckCircleOutlined } from '@ant-design/icons'
import type { ApplicationView } from '@gongqiao/modules/membership/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useLanguage } from '../kit/language.tsx'
import { DueWords } from '../matters/due-words.tsx'
import { matterWord } from '../matters/keys.ts'
import { useMembershipSay } from './texts/index.ts'

/** The result at the window: a provisional member, who has the application, and by when. */
export function WindowDone({ view, another }: { view: ApplicationView; another: () => void }) {
  const say = useMembershipSay()
  const language = useLanguage()
  const head = useRef<HTMLHeadingElement>(null)
  const owner = [view.owner.unit, view.owner.post].filter((part) => part !== null).join(' ')
  useEffect(() => head.current?.focus(), [])
  return (
    <section className="window-done">
      <h2 ref={head} tabIndex={-1}>
        <CheckCircleOutlined aria-hidden="true" className="jade" /> {say('window.done', { name: view.name })}
      </h2>
      <p>
        {view.due
          ? say('window.done.words', { owner, day: formatDay(view.due.on, language) })
          : say('window.done.words.noday', { owner })}
      </p>
      {view.due ? (
        <p>
          <DueWords on={view.due.on} overdue={view.due.overdue} provisional={view.due.provisional} withDay />
        </p>
      ) : null}
      {view.typedBy === null ? null : <p className="soft">{say('window.done.typed', { who: view.typedBy })}</p>}
      <p className="window-done-acts">
        <Button type="primary" onClick={another}>
          {say('window.another')}
        </Button>
        <Link to="/" search={{ view: 'unit', matter: matterWord(view) }}>
          {say('window.done.see')}
        </Link>
      </p>
    </section>
  )
}
