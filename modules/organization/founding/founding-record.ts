import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import type { RecordContext } from '@gongqiao/kernel/matter/kind.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { type MaybeRow, type RecordSection, recordSection } from '@gongqiao/kernel/matter/record-section.ts'
import { foundingRecordWords } from '../texts/founding-record.ts'
import type { FoundingPerson, FoundingView } from './contract.ts'
import { type FoundingPaperKind, foundingPapers } from './machine.ts'
import { paperText } from './papers/kept.ts'
import { foundingView } from './view.ts'

type Words = (typeof foundingRecordWords)['zh' | 'en']

/**
 * What the record 档案 of a founding says: what is to be founded for whom, the preparatory group, the counted result, and the
 * words of its documents. Who asked first is a kind and a number, never a name: that is the union of the place's to know.
 *
 * @see ORG-20 to ORG-27
 */
export async function foundingRecord(
  { tx, services, language, today }: RecordContext,
  { cell, id }: Matter,
): Promise<readonly RecordSection[]> {
  const view = await foundingView(tx, services, { ...systemActor('record'), language }, { cell, matter: id }, today)
  const words = foundingRecordWords[language]
  const papers: RecordSection[] = []
  for (const kind of foundingPapers.filter((one) => isWritten(one, view))) {
    const { number, text } = await paperText(tx, view, kind)
    papers.push(
      ...recordSection(words[`paper_${kind}`], [
        [words.number, number],
        [words.text, text],
      ]),
    )
  }
  return [
    ...recordSection(words.founding, [
      [words.name, view.name],
      [words.form, words[`form_${view.form}`]],
      [words.body, words[`body_${view.body}`]],
      [words.upper, view.upper.name],
      [words.askedAs, words[`asked_${view.askedAs}`]],
      [words.asks, view.asks],
      [words.membersExpected, view.membersExpected],
      [words.plannedOn, view.plannedOn],
      [words.made, view.unit?.name],
      [words.joined, view.joined?.name],
      [words.replied, written(view.reply)],
      [words.reported, written(view.report)],
      [words.approved, written(view.approval)],
    ]),
    ...recordSection(
      words.employers,
      view.employers.map(({ name, creditCode, address, employees, women, newEmployment }) => [
        name,
        [
          creditCode,
          address,
          employees !== undefined && `${words.employees} ${employees}`,
          women !== undefined && `${words.women} ${women}`,
          newEmployment !== undefined && `${words.newEmployment} ${newEmployment}`,
        ]
          .filter(Boolean)
          .join('；') || '—',
      ]),
    ),
    ...recordSection(words.group, peopleRows(view.group, words)),
    ...electionSections(view, words),
    ...papers,
  ]
}

/** A document belongs to the record once it was kept, or once what it says has happened. */
function isWritten(kind: FoundingPaperKind, view: FoundingView): boolean {
  if (view.keptPapers.includes(kind) || kind === 'request') return true
  const days: { readonly [K in Exclude<FoundingPaperKind, 'request'>]: string | null } = {
    reply: view.reply.on,
    resolution: view.election?.electedOn ?? null,
    result_report: view.report.on,
    result_reply: view.approval.on,
  }
  return days[kind] !== null
}

const written = ({ number, on }: FoundingView['reply']) => [on, number].filter((part) => part !== null).join(' ')

function peopleRows(people: readonly FoundingPerson[], words: Words): MaybeRow[] {
  return people.map(({ name, post, work, yes, ties = [] }) => [
    name,
    [
      words[`post_${post}`],
      work,
      yes !== undefined && `${words.votes} ${yes}`,
      ties.map((tie) => words[`tie_${tie}`]).join('、'),
    ]
      .filter(Boolean)
      .join('；'),
  ])
}

function electionSections({ election, termEnd }: FoundingView, words: Words): RecordSection[] {
  if (election === null) return []
  return [
    ...recordSection(words.election, [
      [words.electedOn, election.electedOn],
      [words.meeting, words[`meeting_${election.meeting}`]],
      [words.ballot, words[`ballot_${election.ballot}`]],
      [words.members, election.members],
      [words.womenMembers, election.womenMembers],
      [words.expected, election.expected],
      [words.present, election.present],
      [words.issued, election.issued],
      [words.returned, election.returned],
      [words.seats, election.seats],
      [words.termYears, election.termYears],
      [words.termEnd, termEnd],
    ]),
    ...recordSection(words.committee, peopleRows(election.committee, words)),
    ...recordSection(words.review, peopleRows(election.review, words)),
    ...recordSection(words.womenBody, peopleRows(election.women, words)),
  ]
}
