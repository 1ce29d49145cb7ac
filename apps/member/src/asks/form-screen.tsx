import type { Received } from '@gongqiao/modules/rights/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { cardQuery, queryClient, selfQuery } from '../api/queries.ts'
import { Choices } from '../kit/choices.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { Note } from '../kit/note.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { AskForm } from './ask-form.tsx'
import { CodeShown } from './code-shown.tsx'
import { myAskQuery } from './queries.ts'
import { askTexts } from './texts/index.ts'
import type { As } from './ways.ts'

/** 提诉求: one microphone, one box, pictures, and who asks. */
export function AskFormScreen() {
  const t = useSpeak(askTexts)
  const self = useQuery(selfQuery)
  return (
    <Screen title={t('title')} back="/">
      {self.data === undefined ? <Loaded query={self}>{() => null}</Loaded> : <Asking signedIn={self.data !== null} />}
    </Screen>
  )
}

function Asking({ signedIn }: { signedIn: boolean }) {
  const t = useSpeak(askTexts)
  const navigate = useNavigate()
  const [as, setAs] = useState<As>(signedIn ? 'person' : 'phone')
  const [received, setReceived] = useState<Received>()
  const [kept, setKept] = useState(false)
  const card = useQuery({ ...cardQuery, enabled: signedIn })

  function done(answer: Received) {
    if (answer.queryCode !== null) return setReceived(answer)
    const { cell, matter } = answer.ask
    queryClient.setQueryData(myAskQuery(cell, matter).queryKey, answer.ask)
    void queryClient.invalidateQueries({ queryKey: ['me', 'asks'], exact: true })
    void queryClient.invalidateQueries({ queryKey: ['me', 'matters'], exact: true })
    void navigate({ to: '/asks/$cell/$matter', params: { cell: String(cell), matter }, replace: true })
  }

  if (received !== undefined) return <CodeShown received={received} />
  if (kept) {
    return (
      <>
        <Note tone="waits" title={t('kept')} alert>
          <p>{t('keptWhy')}</p>
        </Note>
        <div className="stack acts">
          <Link className="button main" to="/asks">
            <span>{t('listTitle')}</span>
          </Link>
        </div>
      </>
    )
  }
  const ways: readonly As[] = signedIn ? ['person', 'nobody'] : ['phone', 'nobody']
  const words = { person: 'asPerson', phone: 'byPhone', nobody: 'anonymous' } as const
  const whys = { person: 'asPersonWhy', phone: 'byPhoneWhy', nobody: 'anonymousWhy' } as const
  const unit = card.data?.unit.name
  return (
    <>
      <Choices
        name="as"
        legend={t('who')}
        value={as}
        onValue={setAs}
        choices={ways.map((way) => ({ value: way, label: t(words[way]) }))}
      />
      <p className="why">{t(whys[as])}</p>
      <AskForm
        key={as}
        as={as}
        ownUnit={as === 'person' ? unit : undefined}
        onDone={done}
        onKept={() => setKept(true)}
      />
    </>
  )
}
