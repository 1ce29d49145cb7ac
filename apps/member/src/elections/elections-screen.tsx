import type { MyElection } from '@gongqiao/modules/elections/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Empty } from '../kit/empty.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { Note } from '../kit/note.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { myElectionsQuery } from './queries.ts'
import { electionTexts } from './texts/index.ts'

/** What is elected at my union: when, who stands, and who was elected. */
export function ElectionsScreen() {
  const t = useSpeak(electionTexts)
  const elections = useQuery(myElectionsQuery)
  return (
    <Screen title={t('title')} back="/" tabs>
      <Loaded query={elections}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('empty')}>{t('emptyWhy')}</Empty>
          ) : (
            items.map((election) => <Election key={election.matter} election={election} />)
          )
        }
      </Loaded>
    </Screen>
  )
}

const stateKey = (state: string) =>
  state === 'approved'
    ? 'approvedState'
    : state === 'published'
      ? 'publishedState'
      : ['counting', 'counted', 'reported'].includes(state)
        ? 'countingState'
        : 'preparingState'

/** The result in one sentence: who was elected to what. */
function resultWords(t: ReturnType<typeof electionTexts>, { contests }: MyElection): string {
  return contests
    .flatMap(({ body, elected }) =>
      elected === null || elected.length === 0
        ? []
        : [t('resultOf', { names: elected.map(({ name }) => name).join(t('and')), body: t(`body_${body}`) })],
    )
    .join(t('next'))
    .concat(t('stop'))
}

function Election({ election }: { election: MyElection }) {
  const t = useSpeak(electionTexts)
  const { language } = usePreferences()
  const day = (value: string) => formatDay(value, language)
  const { kind, state, unit, form, meetingOn, meetingPlace, publicUntil, heldOn, newTerm } = election
  const over = heldOn !== null
  const vote = !election.mayVote
    ? 'mayNotVote'
    : form === 'general'
      ? 'mayVote'
      : election.delegate
        ? 'isDelegate'
        : 'notDelegate'
  return (
    <section className="standing">
      <h2>
        {t(kind === 'elections.by_election' ? 'by_election' : 're_election')} · {unit.name}
      </h2>
      <p>
        <strong>{t(stateKey(state))}</strong>
      </p>
      <dl className="facts">
        <div className="row">
          <dt>{t('meeting')}</dt>
          <dd>{t('when', { day: day(heldOn ?? meetingOn), place: meetingPlace })}</dd>
        </div>
      </dl>
      <p className="soft">{t(form)}</p>
      {over ? null : (
        <Note tone="notice">
          <p>{t(vote)}</p>
        </Note>
      )}
      {state === 'published' && publicUntil !== null ? <p>{t('publicUntil', { day: day(publicUntil) })}</p> : null}
      {state === 'approved' ? <p>{resultWords(t, election)}</p> : null}
      {election.contests.map(({ body, seats, places, candidates, elected }) => (
        <div key={body}>
          <h3>{t('seats', { body: t(`body_${body}`), seats })}</h3>
          {places === null || elected !== null ? null : <p className="soft">{t('inAdvance', { places })}</p>}
          {elected !== null ? (
            <ul className="rows">
              {elected.map(({ name, yes }) => (
                <Person key={name} name={`${name} · ${t('elected')}`} words={t('votes', { yes })} />
              ))}
            </ul>
          ) : candidates.length === 0 ? (
            <p className="soft">{t('noCandidates')}</p>
          ) : (
            <ul className="rows">
              {candidates.map(({ name, frontLine }) => (
                <Person key={name} name={name} words={frontLine ? t('frontLine') : null} />
              ))}
            </ul>
          )}
        </div>
      ))}
      {election.expected === null || election.present === null ? null : (
        <p>{t('came', { expected: election.expected, present: election.present })}</p>
      )}
      {newTerm === null ? null : <p>{t('term', { from: day(newTerm.from), to: day(newTerm.to) })}</p>}
    </section>
  )
}

function Person({ name, words }: { name: string; words: string | null }) {
  return (
    <li>
      <div className="row-plain">
        <span className="row-words">
          <span className="row-title">{name}</span>
          {words === null ? null : <span className="soft small">{words}</span>}
        </span>
      </div>
    </li>
  )
}
