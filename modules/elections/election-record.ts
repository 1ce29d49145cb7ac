import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import type { RecordContext } from '@gongqiao/kernel/matter/kind.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { type RecordSection, recordSection } from '@gongqiao/kernel/matter/record-section.ts'
import type { Body } from './arithmetic/bodies.ts'
import type { CandidateView, ElectionView, RoundView } from './contract.ts'
import { electionView } from './election-view.ts'
import { findStoredElection } from './stored.ts'
import { recordWords } from './texts/record.ts'

type Words = (typeof recordWords)['zh' | 'en']
/** What a record of an election is written with. */
type Writing = {
  readonly view: ElectionView
  readonly words: Words
  readonly bodyWords: (body: Body) => string
  readonly nameOf: (candidate: string) => string
}

const filled = (template: string, variables: { readonly [name: string]: string | number }) =>
  template.replace(/\{(\w+)\}/g, (_whole, name: string) => String(variables[name] ?? ''))
const joined = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join('；')

/**
 * What the record 档案 of an election says: plan, candidates with what was declared, delegates, the meeting, what each
 * teller counted, who was elected, and what the rules say to it. What one teller counted is not in it before the other
 * has counted too.
 *
 * @see ELE-22, ELE-35, ELE-58
 */
export async function electionRecord(
  { tx, services, language, today }: RecordContext,
  { cell, id }: Matter,
): Promise<readonly RecordSection[]> {
  const row = await findStoredElection(tx, cell, id)
  if (!row) return []
  const looker = { language, actor: systemActor('record') }
  const view = await electionView(tx, services, row, today, looker)
  const names = new Map(view.candidates.map((one) => [one.id, one.name]))
  const writing: Writing = {
    view,
    words: recordWords[language],
    bodyWords: (body) => services.say(language, `elections.body.${body}`),
    nameOf: (candidate) => names.get(candidate) ?? '',
  }
  return [...plan(writing), ...people(writing), ...meeting(writing), ...counts(writing), ...result(writing)]
}

function plan({ view, words, bodyWords }: Writing): RecordSection[] {
  return recordSection(words.plan, [
    [words.form, words[`form_${view.form}`]],
    [words.termYears, view.termYears],
    [words.chairBy, words[`by_${view.chairBy}`]],
    [words.members, view.members],
    [words.women, view.women],
    ...view.contests.map(({ body, seats }) => [filled(words.seats, { body: bodyWords(body) }), seats] as const),
    [words.meetingOn, view.meetingOn],
    [words.meetingPlace, view.meetingPlace],
    [words.termEndsOn, view.termEndsOn],
    [words.extendedTo, view.extendedTo],
  ])
}

function people({ view, words, bodyWords }: Writing): RecordSection[] {
  const said = ({ bodies, declared, declaredBy, engagement }: CandidateView) =>
    joined([
      bodies.length === 0 ? words.written_in : bodies.map(bodyWords).join('、'),
      engagement && words[engagement],
      declared.map((one) => words[one]).join('、'),
      declaredBy === '' ? null : `${words.by} ${declaredBy}`,
    ])
  return [
    ...recordSection(words.candidates, [
      [words.publishedOn, view.publishedOn],
      [words.publicUntil, view.publicUntil],
      ...view.candidates.map((one) => [one.name, said(one)] as const),
    ]),
    ...recordSection(words.delegates, [
      [words.toldOn, view.toldOn],
      ...view.delegates.map(({ name, constituency }) => [name, constituency || '—'] as const),
    ]),
  ]
}

function meeting({ view, words }: Writing): RecordSection[] {
  if (view.heldOn === null) return []
  return recordSection(words.meeting, [
    [words.heldOn, view.heldOn],
    [words.expected, view.expected],
    [words.present, view.present],
    [words.quorum, view.quorum],
    [words.ballot, view.ballot && words[view.ballot]],
    [words.proxies, view.proxies],
  ])
}

const ballotsOf = ({ present, issued, returned, invalid }: NonNullable<RoundView['counts'][number]>) => ({
  ...{ present, issued, returned, invalid },
})

function counts({ view, words, bodyWords, nameOf }: Writing): RecordSection[] {
  return view.contests.flatMap(({ body, rounds }) =>
    rounds.flatMap((round) => {
      const { number, kind, elected, listed, tied } = round
      const given = round.counts.flatMap((count) => {
        if (count === null) return []
        const teller = filled(words.teller, { name: count.tellerName })
        return [
          [teller, filled(words.counted, ballotsOf(count))] as const,
          ...count.votes.map((vote) => [`${teller}：${nameOf(vote.candidate)}`, filled(words.votes, vote)] as const),
        ]
      })
      return recordSection(filled(words.count, { body: bodyWords(body), number, kind: words[kind] }), [
        ...given,
        [words.chosen, elected.map(nameOf).join('、')],
        [words.listed, listed.map(nameOf).join('、')],
        [words.tied, tied.map(nameOf).join('、')],
      ])
    }),
  )
}

function result({ view, words, bodyWords }: Writing): RecordSection[] {
  return [
    ...recordSection(words.result, [
      ...view.contests.map(
        ({ body, elected }) =>
          [
            filled(words.elected, { body: bodyWords(body) }),
            elected.map(({ name, yes }) => filled(words.with_votes, { name, yes })).join('、'),
          ] as const,
      ),
      [words.term, view.newTerm && filled(words.from_to, view.newTerm)],
      [words.decidedOn, view.decidedOn],
      [words.documentNumber, view.documentNumber],
    ]),
    ...recordSection(
      words.findings,
      view.findings.map((finding) => [`${words[finding.weight]} ${finding.rule}`, finding.words] as const),
    ),
    ...recordSection(words.rests, [
      ...new Map(
        view.rules.map(({ document, article }) => [document + article, [document, article] as const]),
      ).values(),
    ]),
  ]
}
