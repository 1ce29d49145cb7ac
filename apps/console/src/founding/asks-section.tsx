import type { FoundingView } from '@gongqiao/modules/organization/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { useActing } from '../session/acting.tsx'
import { asksQuery } from './queries.ts'
import { useFoundingSay } from './texts/index.ts'

/** Who asked: shown to the union of the place alone, and only when it asks, since every look is written down. */
export function AsksSection({ view }: { view: FoundingView }) {
  const say = useFoundingSay()
  const language = useLanguage()
  const { api, post } = useActing()
  const [shown, setShown] = useState(false)
  const found = useQuery({ ...asksQuery(api, view), enabled: shown })
  const own = post.unit.id === view.unit?.id
  if (view.asks === 0 || own || !post.acts.includes('organization.decide_founding')) return null
  return (
    <section className="founding-section" aria-labelledby="founding-asks">
      <h3 id="founding-asks">
        {say('asks')} <span className="soft">{say('people', { count: view.asks })}</span>
      </h3>
      <p className="soft">{say('asks.words')}</p>
      {shown ? null : <Button onClick={() => setShown(true)}>{say('asks.show')}</Button>}
      {found.isError ? <FailureNotice failure={found.error} quiet /> : null}
      <ul className="paper-lines">
        {(found.data?.items ?? []).map((ask) => (
          <li key={ask.id}>
            <strong>{ask.withdrawn ? say('asks.withdrawn') : (ask.name ?? say(`asked.${ask.askedAs}`))}</strong>
            <span className="nowrap">{ask.phone ?? ''}</span>
            <span>{ask.words ?? ''}</span>
            <span className="soft">
              {say(`asked.${ask.askedAs}`)} · {formatInstant(ask.askedAt, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
