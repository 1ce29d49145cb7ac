import type { Block } from '@gongqiao/kernel/documents/paper.ts'
import type { Body } from '../arithmetic/bodies.ts'
import { isPreliminary, type RoundKind } from '../arithmetic/round-kinds.ts'
import type { ContestView, DocumentKind, ElectionView } from '../contract.ts'

/** A drafted document 文书: its title and its blocks. Official papers are in Chinese. */
export type Draft = { readonly title: string; readonly blocks: readonly Block[] }

const blank = '________'
const bodyName: { readonly [B in Body]: string } = {
  committee: '工会委员会委员',
  standing: '常务委员会委员',
  chair: '工会主席',
  vice_chair: '工会副主席',
  fund_review: '经费审查委员会委员',
  womens: '女职工委员会委员',
}
const sexName = { male: '男', female: '女', unknown: '' } as const

/** A civil day as official papers write it; a blank where none is known. */
export function dayInChinese(day: string | null): string {
  if (day === null) return '____年__月__日'
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const meetingName = ({ form }: ElectionView) => (form === 'general' ? '会员大会' : '会员代表大会')
const whatFor = ({ kind }: ElectionView) => (kind === 'elections.by_election' ? '补选' : '换届选举')
const text = (words: string): Block => ({ kind: 'text', text: words, indent: true })
const plain = (words: string): Block => ({ kind: 'text', text: words })
const heading = (words: string): Block => ({ kind: 'heading', text: words })
const signed = (by: string, on: string | null): Block => ({ kind: 'signature', by, on: dayInChinese(on) })

const seatsInWords = ({ contests }: ElectionView) =>
  contests.map(({ body, seats }) => `${bodyName[body]}${seats}名`).join('、')
const inAdvance = ({ contests }: ElectionView) =>
  contests.flatMap(({ body, places }) =>
    places === null ? [] : [`${bodyName[body]}先差额预选，产生正式候选人${places}名，再进行正式选举。`],
  )
const standing = ({ candidates }: ElectionView, body: Body) => candidates.filter(({ bodies }) => bodies.includes(body))
const whoVotes = ({ chairBy }: ElectionView) =>
  chairBy === 'committee' ? '主席、副主席、常务委员由新一届委员会选举产生' : '主席、副主席由大会直接选举产生'

function candidateTable(view: ElectionView, body: Body): Block {
  return {
    kind: 'table',
    head: ['序号', '姓名', '性别', '一线职工', '劳模先进'],
    shares: [1, 3, 1, 2, 2],
    rows: standing(view, body).map(({ name, sex, frontLine, modelWorker }, index) => [
      String(index + 1),
      name,
      sexName[sex],
      frontLine ? '是' : '',
      modelWorker ? '是' : '',
    ]),
  }
}

function request(view: ElectionView, upper: string): Draft {
  const term = view.termEndsOn === null ? '' : `本届工会委员会任期至${dayInChinese(view.termEndsOn)}届满。`
  return {
    title: `关于召开${meetingName(view)}进行${whatFor(view)}的请示`,
    blocks: [
      plain(`${upper}：`),
      text(
        `${term}根据《中国工会章程》《工会基层组织选举工作条例》，拟召开${meetingName(view)}进行${whatFor(view)}。现将有关事项请示如下：`,
      ),
      heading('一、会议时间和地点'),
      text(`${dayInChinese(view.meetingOn)}，${view.meetingPlace}。`),
      heading('二、会员情况'),
      text(`现有会员${view.members}人，其中女会员${view.women}人，召开${meetingName(view)}。`),
      heading('三、选举内容'),
      text(`${seatsInWords(view)}，任期${view.termYears}年。${whoVotes(view)}。`),
      heading('四、选举办法'),
      text('采取无记名投票方式，委员实行差额选举，候选人按姓氏笔画为序。'),
      ...inAdvance(view).map(text),
      text('妥否，请批示。'),
      signed(view.unit.name, null),
    ],
  }
}

function notice(view: ElectionView): Draft {
  return {
    title: `关于召开${meetingName(view)}的通知`,
    blocks: [
      plain(view.form === 'general' ? '全体会员：' : '各位会员代表：'),
      text(`定于${dayInChinese(view.meetingOn)}在${view.meetingPlace}召开${meetingName(view)}，请按时参加。`),
      heading('会议议程'),
      {
        kind: 'list',
        items: [
          '审议工会委员会工作报告',
          '审议经费收支情况报告和经费审查报告',
          '通过选举办法和监票人、计票人名单',
          `选举：${seatsInWords(view)}`,
        ],
      },
      text('选举采取无记名投票，不能委托他人代投。因故不能参加的，请提前告知工会。'),
      signed(view.unit.name, null),
    ],
  }
}

function candidates(view: ElectionView): Draft {
  return {
    title: `${whatFor(view)}候选人公示`,
    blocks: [
      text(
        `经民主酝酿提名，并报党组织和上一级工会同意，现将候选人名单（按姓氏笔画为序）予以公示。公示时间：${dayInChinese(view.publishedOn)}至${dayInChinese(view.publicUntil)}。`,
      ),
      ...view.contests.flatMap(({ body, seats }) => [
        heading(`${bodyName[body]}候选人${standing(view, body).length}名，应选${seats}名`),
        candidateTable(view, body),
      ]),
      text('对公示对象有意见的，请在公示期内以书面或当面方式向本工会或上一级工会反映，也可拨打 12351。'),
      signed(view.unit.name, view.publishedOn),
    ],
  }
}

const ballotName: { readonly [K in RoundKind]: string } = {
  preliminary: '预选票',
  preliminary_again: '预选票（重新投票）',
  first: '选票',
  repeat: '选票（重新投票）',
  run_off: '选票（另行选举）',
  rest: '选票（补选缺额）',
}

/** The ballots of every body, those of the open round where there is one; each on a page of its own. */
function ballot(view: ElectionView): Draft {
  const pages = view.contests.map((contest): Block[] => {
    const round = contest.rounds.at(-1)
    const first = contest.places === null ? 'first' : 'preliminary'
    const kind = round?.kind ?? first
    const seats = round?.seats ?? contest.places ?? contest.seats
    const names = round
      ? view.candidates.filter(({ id }) => round.candidates.includes(id))
      : standing(view, contest.body)
    const others = kind === 'run_off' ? [] : [['另选他人：', '', '', '']]
    return [
      heading(`${bodyName[contest.body]}${ballotName[kind]}`),
      plain(`${isPreliminary(kind) ? '预选' : '应选'}${seats}名，候选人${names.length}名，按姓氏笔画为序。`),
      {
        kind: 'table',
        head: ['候选人', '赞成 ○', '反对 ×', '弃权'],
        shares: [4, 2, 2, 2],
        rows: [...names.map(({ name }) => [name, '', '', '']), ...others],
      },
      {
        kind: 'list',
        items: [
          `每张选票所选人数等于或少于${seats}名的有效，多于${seats}名的无效。`,
          others.length === 0
            ? '赞成的画“○”，反对的画“×”，弃权的不画任何符号；本轮只在得票相等的人中选举，不另选他人。'
            : '赞成的画“○”，反对的画“×”，弃权的不画任何符号；另选他人的写上姓名并画“○”。',
          '无记名投票，不能委托他人代投。',
        ],
      },
    ]
  })
  return {
    title: `${view.unit.name}选票`,
    blocks: pages.flatMap((page, index): Block[] => (index === 0 ? page : [{ kind: 'page' }, ...page])),
  }
}

function tallySheet(view: ElectionView, contest: ContestView): Block[] {
  const round = contest.rounds.at(-1)
  const [one] = round?.counts ?? []
  const votedFor = new Set(one?.votes.map(({ candidate }) => candidate))
  const names = view.candidates.filter(({ id, bodies }) =>
    round ? round.candidates.includes(id) || votedFor.has(id) : bodies.includes(contest.body),
  )
  const kind = round?.kind ?? (contest.places === null ? 'first' : 'preliminary')
  const chosen = `${isPreliminary(kind) ? '预选，正式候选人' : '应选'}${round?.seats ?? contest.seats}名`
  const votesOf = (id: string) => one?.votes.find(({ candidate }) => candidate === id)
  const number = (value: number | undefined) => (value === undefined ? '' : String(value))
  return [
    heading(`${bodyName[contest.body]}（${chosen}）`),
    {
      kind: 'fields',
      rows: [
        ['应到会', number(contest.expected ?? view.expected ?? undefined)],
        ['实到会', number(one?.present ?? view.present ?? undefined)],
        ['发出选票', number(one?.issued)],
        ['收回选票', number(one?.returned)],
        ['无效选票', number(one?.invalid)],
        ...(isPreliminary(kind) ? [] : [['当选所需票数', number(contest.votesToBeElected ?? undefined)] as const]),
      ],
    },
    {
      kind: 'table',
      head: ['候选人', '画票（正）', '赞成', '反对', '弃权'],
      shares: [3, 5, 1, 1, 1],
      rows: names.map(({ id, name }) => {
        const votes = votesOf(id)
        return round && !round.candidates.includes(id)
          ? [`${name}（另选）`, '', number(votes?.yes), '', '']
          : [name, '', number(votes?.yes), number(votes?.no), number(votes?.abstain)]
      }),
    },
    plain(
      `计票人：${one?.tellerName ?? blank}　　计票人：${round?.counts[1]?.tellerName ?? blank}　　监票人：${blank}`,
    ),
  ]
}

/** Tells whether the ballots that elected somebody did not have their name. */
function wasWrittenIn({ rounds }: ContestView, candidate: string): boolean {
  return rounds.some((round) => round.elected.includes(candidate) && !round.candidates.includes(candidate))
}

function report(view: ElectionView, upper: string): Draft {
  const presentShare = `应到会${view.expected ?? blank}人，实到会${view.present ?? blank}人，符合法定人数`
  return {
    title: `关于${whatFor(view)}结果的报告`,
    blocks: [
      plain(`${upper}：`),
      text(
        `${view.unit.name}于${dayInChinese(view.heldOn)}召开${meetingName(view)}，${presentShare}，以无记名投票方式进行了${whatFor(view)}。结果如下：`,
      ),
      ...view.contests.flatMap((contest): Block[] => [
        heading(
          `${bodyName[contest.body]}${contest.elected.length}名${contest.places === null ? '' : '（先预选，再正式选举）'}`,
        ),
        {
          kind: 'table',
          head: ['姓名', '赞成票'],
          shares: [4, 2],
          rows: contest.elected.map(({ candidate, name, yes }) => [
            wasWrittenIn(contest, candidate) ? `${name}（另选）` : name,
            String(yes),
          ]),
        },
      ]),
      text(`任期自${dayInChinese(view.newTerm?.from ?? null)}至${dayInChinese(view.newTerm?.to ?? null)}。`),
      text('特此报告，请予批准。'),
      signed(view.unit.name, null),
    ],
  }
}

function reply(view: ElectionView, upper: string): Draft {
  const elected = view.contests.map(
    ({ body, elected: people }) => `${bodyName[body]}：${people.map(({ name }) => name).join('、') || blank}`,
  )
  const approved = view.state === 'approved'
  return {
    title: approved
      ? `关于${view.unit.name}${whatFor(view)}结果的批复`
      : `关于同意${view.unit.name}进行${whatFor(view)}的批复`,
    blocks: [
      plain(`${view.unit.name}：`),
      ...(approved
        ? [
            text(`你会关于${whatFor(view)}结果的报告收悉。经审查，选举程序符合规定，同意选举结果：`),
            { kind: 'list', items: elected } as const,
            text(`任期${view.termYears}年，自${dayInChinese(view.newTerm?.from ?? null)}起。`),
          ]
        : [
            text(
              `你会关于召开${meetingName(view)}进行${whatFor(view)}的请示收悉。经研究，同意你会于${dayInChinese(view.meetingOn)}召开会议，选举${seatsInWords(view)}。`,
            ),
            text('请按照《工会基层组织选举工作条例》做好候选人提名、公示和选举工作，选举结果及时上报。'),
          ]),
      text('此复。'),
      signed(upper, view.decidedOn),
    ],
  }
}

function delegates(view: ElectionView): Draft {
  return {
    title: '会员代表签到册',
    blocks: [
      plain(`${view.unit.name}　${dayInChinese(view.meetingOn)}　${view.meetingPlace}　代表${view.delegates.length}名`),
      {
        kind: 'table',
        head: ['序号', '姓名', '选区', '签到'],
        shares: [1, 3, 4, 4],
        rows: view.delegates.map(({ name, constituency }, index) => [String(index + 1), name, constituency, '']),
      },
    ],
  }
}

/** Drafts a document of an election from what is known of it; what is not known yet is left as a blank. */
export function draftOf(kind: DocumentKind, view: ElectionView, upper: string): Draft {
  switch (kind) {
    case 'request':
      return request(view, upper)
    case 'notice':
      return notice(view)
    case 'candidates':
      return candidates(view)
    case 'ballot':
      return ballot(view)
    case 'tally':
      return { title: '计票单', blocks: view.contests.flatMap((contest) => tallySheet(view, contest)) }
    case 'report':
      return report(view, upper)
    case 'reply':
      return reply(view, upper)
    case 'delegates':
      return delegates(view)
  }
}
