import type { ContestView, ElectionView } from '@gongqiao/modules/elections/contract.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { Tag } from '../kit/tag.tsx'
import { Round } from './round-table.tsx'
import { TellerForm } from './teller-form.tsx'
import { useElectionsSay } from './texts/index.ts'
import { useElectionAct } from './use-act.ts'
import { bodyWord } from './words.ts'
import { WrittenInForms } from './written-in-form.tsx'

/** The count of every body, round by round, and what each came to. */
export function CountSection({ view }: { view: ElectionView }) {
  const say = useElectionsSay()
  return (
    <section aria-labelledby="count">
      <h3 id="count">{say('count')}</h3>
      <p className="soft figures">
        {say('meeting.expected')} {view.expected} · {say('meeting.present')} {view.present} ·{' '}
        {say('meeting.quorum', { expected: view.expected ?? 0, need: view.quorum ?? 0 })}
      </p>
      {view.contests.map((contest) => (
        <Contest key={contest.body} contest={contest} view={view} />
      ))}
      <WrittenInForms view={view} />
    </section>
  )
}

function Contest({ contest, view }: { contest: ContestView; view: ElectionView }) {
  const say = useElectionsSay()
  const [teller, setTeller] = useState<1 | 2 | null>(null)
  const counting = view.state === 'counting' && view.steps.includes('close')
  const round = contest.rounds.at(-1)
  const mayCount = counting && round !== undefined && contest.expected !== null
  return (
    <div className="contest">
      <h4>
        {bodyWord(say, contest.body)}{' '}
        <Tag tone={contest.standing === 'complete' ? 'jade' : 'amber'}>{say(`standing.${contest.standing}`)}</Tag>
      </h4>
      {contest.expected === null && counting ? <p className="soft">{say('count.committee.first')}</p> : null}
      {contest.rounds.map((one) => (
        <Round key={one.number} round={one} contest={contest} view={view} />
      ))}
      {contest.standing === 'listed' ? (
        <p className="note">{say('count.listed.words', { listed: contest.next?.candidates.length ?? 0 })}</p>
      ) : null}
      {contest.standing === 'differs' ? <p className="note">{say('count.differs')}</p> : null}
      {mayCount && teller === null ? (
        <div className="toolbar">
          {([1, 2] as const).map((number) => (
            <Button key={number} onClick={() => setTeller(number)}>
              {say('count.teller', { number })} · {say(round.entered[number - 1] ? 'count.again' : 'count.enter')}
            </Button>
          ))}
          <AgainButtons contest={contest} view={view} />
        </div>
      ) : null}
      {mayCount && teller !== null ? (
        <TellerForm view={view} contest={contest} round={round} teller={teller} close={() => setTeller(null)} />
      ) : null}
    </div>
  )
}

/** The ballot that the rules ask for next, or leaving the seats empty where they allow it. */
function AgainButtons({ contest, view }: { contest: ContestView; view: ElectionView }) {
  const say = useElectionsSay()
  const again = useElectionAct(view, 'rounds')
  const fewer = useElectionAct(view, 'fewer-seats')
  const next = contest.next
  if (!next || (next.kind === 'first' && contest.standing !== 'listed')) return null
  return (
    <>
      <Button type="primary" loading={again.isPending} onClick={() => again.mutate({ body: contest.body })}>
        {say(`again.${next.kind}`)}
      </Button>
      {contest.mayReduce ? (
        <Button loading={fewer.isPending} onClick={() => fewer.mutate({ body: contest.body })}>
          {say('reduce')}
        </Button>
      ) : null}
      {again.isError ? <FailureNotice failure={again.error} quiet /> : null}
      {fewer.isError ? <FailureNotice failure={fewer.error} quiet /> : null}
    </>
  )
}
