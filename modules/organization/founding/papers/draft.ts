import type { FoundingView } from '../contract.ts'
import type { FoundingPaperKind } from '../machine.ts'
import { employeesCounted } from '../place-rules.ts'
import { womensCommitteeBy } from '../womens.ts'

/** 文书: a drafted document: its title, whom it is to, its paragraphs, and who signs when. Official papers are in Chinese. */
export type Draft = {
  readonly title: string
  readonly to: string
  readonly paragraphs: readonly string[]
  readonly by: string
  readonly on: string | null
}

const forms: { readonly [F in FoundingView['form']]: string } = {
  single: '单独基层工会',
  joint: '联合基层工会',
  project: '项目工会',
  building: '楼宇工会',
  market: '市场工会',
  park: '园区工会',
  industry: '行业工会',
  region: '区域性工会',
  federation: '工会联合会',
  village: '村（社区）工会',
  agency: '派出机关',
  catch_all: '兜底工会',
}

const blank = '____'
const numbered = (items: readonly string[]) => items.map((item, index) => `${index + 1}. ${item}`)

/** A civil day as official papers write it; a blank where none is known. */
export function dayInChinese(day: string | null): string {
  if (day === null) return `${blank}年${blank}月${blank}日`
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

function unitFacts({ employers, membersExpected }: FoundingView): string {
  const [first] = employers
  if (employers.length > 1 || first === undefined) {
    const people = employers.reduce((sum, one) => sum + (one.employees ?? 0), 0)
    return `拟涵盖用人单位${employers.length}家，职工共${people}人，愿意加入工会的职工${membersExpected}人。`
  }
  const code = first.creditCode === undefined ? '' : `（统一社会信用代码${first.creditCode}）`
  const address = first.address === undefined ? '' : `，地址：${first.address}`
  const people = first.employees === undefined ? '' : `，现有职工${first.employees}人`
  const women = first.women === undefined ? '' : `，其中女职工${first.women}人`
  const flexible = first.newEmployment ? `，新就业形态劳动者${first.newEmployment}人` : ''
  return `${first.name}${code}${address}${people}${women}${flexible}，愿意加入工会的职工${membersExpected}人。`
}

const votes = (people: readonly { readonly name: string; readonly yes?: number }[]) =>
  people.map(({ name, yes }) => (yes === undefined ? name : `${name}（${yes}票）`)).join('、') || blank

function hasWomensCommittee({ form, employers, election, place }: FoundingView): boolean {
  const employees = employeesCounted(form, employers).women
  return womensCommitteeBy(place.womens, { members: election?.womenMembers ?? 0, employees }) !== undefined
}

const leader = (view: FoundingView) => view.group.find(({ post }) => post === 'leader')?.name ?? blank
const others = (view: FoundingView) =>
  view.group
    .filter(({ post }) => post !== 'leader')
    .map(({ name }) => name)
    .join('、') || blank

/** The words of a document as they follow from the facts of a founding; what is not known yet is left blank. */
export function draftOf(kind: FoundingPaperKind, view: FoundingView): Draft {
  switch (kind) {
    case 'request':
      return request(view)
    case 'reply':
      return reply(view)
    case 'resolution':
      return resolution(view)
    case 'result_report':
      return resultReport(view)
    case 'result_reply':
      return resultReply(view)
  }
}

function request(view: FoundingView): Draft {
  const many = view.employers.length > 1
  return {
    title: `关于建立${view.name}的请示`,
    to: `${view.upper.name}：`,
    paragraphs: [
      unitFacts(view),
      `根据《中华人民共和国工会法》和《中国工会章程》的规定，为组织职工、维护职工合法权益，经职工酝酿，拟建立${view.name}（组织形式：${forms[view.form]}）。`,
      view.body === 'organizer'
        ? '因会员不足25人，拟选举组织员一人，主持基层工会工作。'
        : view.body === 'agency'
          ? '该机构为派出代表机关，不设委员会，不进行选举。'
          : `拟成立由3至5人组成的工会筹备组，负责发展会员和筹备${many ? '联合' : ''}工会成立大会。`,
      '单位党组织（行政）意见：同意并支持职工依法组建工会。',
      '妥否，请批复。',
    ],
    by: view.employers[0]?.name ?? view.name,
    on: null,
  }
}

function reply(view: FoundingView): Draft {
  return {
    title: `关于同意建立${view.name}的批复`,
    to: `${view.employers[0]?.name ?? view.name}：`,
    paragraphs: [
      `你单位《关于建立${view.name}的请示》收悉。依据《中华人民共和国工会法》第十二条，经研究，批复如下：`,
      ...numbered(
        view.body === 'agency'
          ? [`同意设立${view.name}，为派出代表机关。`, `隶属${view.upper.name}领导。`]
          : [
              `同意建立${view.name}，隶属${view.upper.name}领导。`,
              view.group.length > 0
                ? `同意成立工会筹备组，组长${leader(view)}，成员${others(view)}。筹备组在工会委员会选举产生前行使委员会职责。`
                : '会员不足25人的，可不设筹备组，直接召开全体会员大会。',
              '做好会员发展工作，召开会员大会或会员代表大会，民主选举工会领导机构，并将选举结果报我会批准。',
            ],
      ),
    ],
    by: view.upper.name,
    on: view.reply.on,
  }
}

function resolution(view: FoundingView): Draft {
  const { election } = view
  const meeting = election?.meeting === 'delegates' ? '会员代表大会' : '会员大会'
  return {
    title: `${view.name}第一次${meeting}决议`,
    to: '',
    paragraphs: [
      `${view.name}第一次${meeting}于${dayInChinese(election?.electedOn ?? view.plannedOn)}召开。应到${election?.expected ?? blank}人，实到${election?.present ?? blank}人，符合法定人数。`,
      '大会通过以下决议：',
      ...numbered([
        `成立${view.name}，接受${view.upper.name}领导。`,
        view.body === 'organizer'
          ? `选举${election?.committee[0]?.name ?? blank}为工会组织员。`
          : `选举产生第一届工会委员会：${votes(election?.committee ?? [])}。`,
        ...(view.body === 'organizer' ? [] : [`选举产生第一届经费审查委员会：${votes(election?.review ?? [])}。`]),
        ...((election?.women.length ?? 0) > 0
          ? [
              hasWomensCommittee(view)
                ? `成立女职工委员会：${votes(election?.women ?? [])}。`
                : `设女职工委员：${votes(election?.women ?? [])}。`,
            ]
          : []),
        `本届任期${election?.termYears ?? blank}年。`,
      ]),
    ],
    by: view.name,
    on: election?.electedOn ?? null,
  }
}

function resultReport(view: FoundingView): Draft {
  const { election } = view
  return {
    title: `关于${view.name}选举结果的报告`,
    to: `${view.upper.name}：`,
    paragraphs: [
      `经你会批复同意，我会于${dayInChinese(election?.electedOn ?? null)}召开${election?.meeting === 'delegates' ? '会员代表大会' : '会员大会'}。应到${election?.expected ?? blank}人，实到${election?.present ?? blank}人；发出选票${election?.issued ?? blank}张，收回${election?.returned ?? blank}张，选举有效。`,
      view.body === 'organizer'
        ? `选举结果：${votes(election?.committee ?? [])}当选为工会组织员。`
        : `选举结果：工会委员会委员${votes(election?.committee ?? [])}；主席${election?.committee.find(({ post }) => post === 'chair')?.name ?? blank}；经费审查委员会委员${votes(election?.review ?? [])}。`,
      `本届任期${election?.termYears ?? blank}年，自${dayInChinese(election?.electedOn ?? null)}至${dayInChinese(view.termEnd)}。`,
      '特此报告，请批准。',
    ],
    by: view.name,
    on: view.report.on,
  }
}

function resultReply(view: FoundingView): Draft {
  const { election } = view
  const chair = election?.committee.find(({ post }) => post === 'chair' || post === 'organizer')
  return {
    title: `关于${view.name}选举结果的批复`,
    to: `${view.name}：`,
    paragraphs: [
      `你会《关于${view.name}选举结果的报告》收悉。经审查，选举程序符合规定，批复如下：`,
      ...numbered([
        view.body === 'organizer'
          ? `同意${chair?.name ?? blank}为工会组织员。`
          : `同意第一届工会委员会由${votes(election?.committee ?? []).replace(/（\d+票）/g, '')}组成，${chair?.name ?? blank}任主席。`,
        ...(view.body === 'organizer'
          ? []
          : [`同意经费审查委员会由${votes(election?.review ?? []).replace(/（\d+票）/g, '')}组成。`]),
        `任期${election?.termYears ?? blank}年，至${dayInChinese(view.termEnd)}届满；届满前六个月着手换届准备。`,
        '请于60日内申请工会法人资格登记。',
      ]),
    ],
    by: view.upper.name,
    on: view.approval.on,
  }
}

/** A draft as the text an officer edits: a line each. */
export function textOfDraft({ title, to, paragraphs, by, on }: Draft): string {
  return [title, '', ...(to === '' ? [] : [to]), ...paragraphs, '', by, dayInChinese(on)].join('\n')
}
