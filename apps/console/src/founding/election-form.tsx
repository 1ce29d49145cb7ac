import type { FoundingPerson, FoundingView } from '@gongqiao/modules/organization/contract.ts'
import { useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { ChoiceInput, CountInput, DayInput } from './inputs.tsx'
import { emptyRow, PeopleRows, peopleIn, type Row } from './people-rows.tsx'
import { foundingAt } from './queries.ts'
import { StepEnd } from './step-end.tsx'
import { useFoundingSay } from './texts/index.ts'
import { today } from './today.ts'
import { useStep } from './use-step.ts'

const counts = ['members', 'women', 'expected', 'present', 'issued', 'returned', 'seats'] as const
type Count = (typeof counts)[number]
const fieldOf = (count: Count) => (count === 'women' ? 'womenMembers' : count)
const parts = ['committee', 'review', 'women'] as const
type Part = (typeof parts)[number]

/** Enters what the tellers counted; every fault is said at the field it belongs to. */
export function ElectionForm({ view, step, close }: { view: FoundingView; step: string; close: () => void }) {
  const say = useFoundingSay()
  const { send, edited } = useStep<FoundingView>(`${foundingAt(view)}/election`, close)
  const organizer = view.body === 'organizer'
  const [on, setOn] = useState<string | null>(today())
  const [meeting, setMeeting] = useState<'general' | 'delegates'>('general')
  const [ballot, setBallot] = useState<'secret' | 'show_of_hands'>('secret')
  const [term, setTerm] = useState(5)
  const [numbers, setNumbers] = useState<Partial<Record<Count, number | null>>>({ seats: organizer ? 1 : 3 })
  const [people, setPeople] = useState<Record<Part, readonly Row[]>>({
    committee: organizer
      ? [emptyRow(1, 'organizer')]
      : [emptyRow(1, 'chair'), emptyRow(2, 'vice_chair'), emptyRow(3, 'member')],
    review: organizer ? [] : [emptyRow(1, 'head')],
    women: [],
  })
  const [tried, setTried] = useState(false)
  const said = faultsOf(send.error)
  const posts: Record<Part, readonly FoundingPerson['post'][]> = {
    committee: organizer ? ['organizer'] : ['chair', 'vice_chair', 'member'],
    review: ['head', 'member'],
    women: ['head', 'member'],
  }
  const faultsIn = (part: Part) => [
    ...new Set([...said].filter(([field]) => field.startsWith(`/result/${part}`)).map(([, words]) => words)),
  ]
  const expected = numbers.expected
  const whyOf = (count: Count) => {
    if (count !== 'present' && count !== 'expected') return undefined
    if (typeof expected !== 'number') return undefined
    return count === 'present'
      ? say('quorum.at', { least: Math.ceil((2 * expected) / 3) })
      : say('elect.at', { least: Math.floor(expected / 2) + 1 })
  }
  const shown = counts.filter((count) => ballot === 'secret' || (count !== 'issued' && count !== 'returned'))
  // By show of hands only where the place has a rule of its own.
  const ballots = view.showOfHands === null ? (['secret'] as const) : (['secret', 'show_of_hands'] as const)
  const numberOf = (count: Count) => numbers[count] ?? null

  function go() {
    setTried(true)
    if (on === null || shown.some((count) => numberOf(count) === null)) return
    const counted = Object.fromEntries(counts.map((count) => [fieldOf(count), numberOf(count) ?? 0]))
    send.mutate({
      result: {
        ...{ electedOn: on, meeting, ballot, termYears: term, ...counted },
        committee: peopleIn(people.committee, true),
        review: peopleIn(people.review, true),
        women: peopleIn(people.women, false),
      },
    })
  }

  return (
    <>
      <div className="field-grid">
        <DayInput
          id="election-on"
          label={say('result.on')}
          fault={said.get('/result/electedOn') ?? (tried && on === null ? say('form.need') : null)}
          value={on}
          onChange={(value) => {
            edited()
            setOn(value)
          }}
        />
        <ChoiceInput
          id="election-meeting"
          label={say('meeting')}
          fault={said.get('/result/meeting')}
          value={meeting}
          onChange={(value) => {
            edited()
            setMeeting(value)
          }}
          choices={(['general', 'delegates'] as const).map((value) => ({ value, label: say(`meeting.${value}`) }))}
        />
        <ChoiceInput
          id="election-ballot"
          label={say('ballot')}
          fault={said.get('/result/ballot')}
          value={ballot}
          onChange={(value) => {
            edited()
            setBallot(value)
          }}
          why={view.showOfHands === null ? undefined : say('ballot.local', { article: view.showOfHands })}
          choices={ballots.map((value) => ({ value, label: say(`ballot.${value}`) }))}
        />
        <ChoiceInput
          id="election-term"
          label={say('term')}
          fault={said.get('/result/termYears')}
          value={term}
          onChange={(value) => {
            edited()
            setTerm(value)
          }}
          choices={([3, 5] as const).map((value) => ({ value: Number(value), label: say(`term.${value}`) }))}
        />
        {shown.map((count) => (
          <CountInput
            key={count}
            id={`election-${count}`}
            label={say(count)}
            why={whyOf(count)}
            fault={
              said.get(`/result/${fieldOf(count)}`) ?? (tried && numberOf(count) === null ? say('form.need') : null)
            }
            value={numberOf(count)}
            onChange={(value) => {
              edited()
              setNumbers({ ...numbers, [count]: value })
            }}
          />
        ))}
      </div>
      {(organizer ? (['committee'] as const) : parts).map((part) => (
        <PeopleRows
          key={part}
          part={part}
          rows={people[part]}
          posts={posts[part]}
          counted={part !== 'women'}
          faults={faultsIn(part)}
          onChange={(rows) => {
            edited()
            setPeople({ ...people, [part]: rows })
          }}
        />
      ))}
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
      <StepEnd step={step} busy={send.isPending} close={close} go={go} />
    </>
  )
}
