import type { SheetColumn, SheetValue } from '@gongqiao/kernel/sheets/sheet-to-write.ts'
import { type Body, bodies, type Declaration, declarations, type Engagement, engagements } from './arithmetic/bodies.ts'
import type { ElectionView, NewCandidate, NewDelegate } from './contract.ts'

/** The sheets of an election: delegates, candidates, counted votes. */
export const sheetKinds = ['delegates', 'candidates', 'votes'] as const
export type SheetKind = (typeof sheetKinds)[number]

/** A list as it is written: titles and rows. */
export type List = { readonly columns: readonly SheetColumn[]; readonly rows: readonly (readonly SheetValue[])[] }

const bodyWords: { readonly [B in Body]: string } = {
  committee: '委员',
  standing: '常务委员',
  chair: '主席',
  vice_chair: '副主席',
  fund_review: '经审委员',
  womens: '女职工委员',
}
const declarationWords: { readonly [D in Declaration]: string } = {
  principal: '主要负责人',
  legal_representative: '法定代表人',
  partner: '合伙人',
  deputy: '行政副职',
  personnel_head: '人力资源负责人',
  kin_of_principal: '主要负责人近亲属',
  kin_of_legal_representative: '法定代表人近亲属',
  kin_of_partner: '合伙人近亲属',
  kin_of_deputy: '行政副职近亲属',
  foreign: '外籍职工',
  finance_head: '财务负责人',
  handles_money: '经管钱物',
}
const engagementWords: { readonly [E in Engagement]: string } = {
  full_time: '专职',
  part_time: '兼职',
  seconded: '挂职',
}
const sexWords = { male: '男', female: '女', unknown: '' } as const
const yes = (is: boolean) => (is ? '是' : '')
const title = (words: string, width = 14): SheetColumn => ({ title: words, width })

const delegateTitles = ['姓名', '性别', '选区', '管理人员', '一线职工'] as const
const candidateTitles = ['姓名', '性别', '职务', '申报情况', '任职方式', '一线职工', '劳模先进'] as const

const standing = ({ candidates }: ElectionView) => candidates.filter(({ bodies: stands }) => stands.length > 0)

/** A list of an election as a sheet; of an empty list its headings, to be filled in. Sheets are in Chinese, as they go round. */
export function listOf(kind: SheetKind, view: ElectionView): List {
  switch (kind) {
    case 'delegates':
      return {
        columns: delegateTitles.map((words) => title(words)),
        rows: view.delegates.map(({ name, sex, constituency, manager, frontLine }) => [
          ...[name, sexWords[sex], constituency, yes(manager), yes(frontLine)],
        ]),
      }
    case 'candidates':
      return {
        columns: candidateTitles.map((words) => title(words, words === '职务' || words === '申报情况' ? 28 : 14)),
        rows: standing(view).map(({ name, sex, bodies: stands, declared, engagement, frontLine, modelWorker }) => [
          name,
          sexWords[sex],
          stands.map((body) => bodyWords[body]).join('、'),
          declared.map((one) => declarationWords[one]).join('、'),
          engagement === null ? '' : engagementWords[engagement],
          yes(frontLine),
          yes(modelWorker),
        ]),
      }
    case 'votes':
      return {
        columns: [
          ...['职务', '轮次', '姓名'].map((words) => title(words)),
          ...['赞成', '反对', '弃权', '实到', '发出', '收回', '无效'].map((words) => ({
            title: words,
            kind: 'number' as const,
            width: 10,
          })),
          title('结果'),
        ],
        rows: view.contests.flatMap(({ body, rounds }) =>
          rounds.flatMap(({ number, candidates, counts: [one, other], elected, tied, listed }) => {
            const counted = one && other ? one : null
            return view.candidates
              .filter(({ id }) => candidates.includes(id) || counted?.votes.some(({ candidate }) => candidate === id))
              .map(({ id, name }): SheetValue[] => {
                const votes = counted?.votes.find(({ candidate }) => candidate === id)
                return [
                  ...[bodyWords[body], number, name, votes?.yes ?? null, votes?.no ?? null, votes?.abstain ?? null],
                  ...[
                    counted?.present ?? null,
                    counted?.issued ?? null,
                    counted?.returned ?? null,
                    counted?.invalid ?? null,
                  ],
                  listed.includes(id)
                    ? '正式候选人'
                    : elected.includes(id)
                      ? '当选'
                      : tied.includes(id)
                        ? '平票'
                        : counted
                          ? '未当选'
                          : '',
                ]
              })
          }),
        ),
      }
  }
}

/** What is wrong in a sheet somebody filled in: the row as its program numbers it, the column, and what stood there. */
export type SheetFault = {
  readonly row: number
  readonly code: 'cell_wrong' | 'cell_empty' | 'body_unknown'
  readonly column: string
  readonly value: string
}

/** A row of a sheet by its headings. */
export type NamedRow = { readonly row: number; readonly cells: ReadonlyMap<string, string> }

/** The headings that a sheet of a kind must have. */
export function headingsOf(kind: 'delegates' | 'candidates'): readonly string[] {
  return kind === 'delegates' ? delegateTitles : candidateTitles
}

type Read<T> = { readonly rows: readonly T[]; readonly faults: readonly SheetFault[] }

/** Reads delegates from the rows of a sheet; every wrong cell is named, and none is guessed. */
export function readDelegates(given: readonly NamedRow[]): Read<NewDelegate> {
  const faults: SheetFault[] = []
  const rows = given.map((row) => {
    const cell = cellReader(row, faults)
    return {
      name: cell.text('姓名'),
      sex: cell.sex(),
      constituency: cell.optional('选区'),
      manager: cell.isYes('管理人员'),
      frontLine: cell.isYes('一线职工'),
    }
  })
  return { rows, faults }
}

/** Reads candidates from the rows of a sheet; every wrong cell is named, and none is guessed. */
export function readCandidates(given: readonly NamedRow[]): Read<NewCandidate> {
  const faults: SheetFault[] = []
  const rows = given.map((row) => {
    const cell = cellReader(row, faults)
    return {
      name: cell.text('姓名'),
      sex: cell.sex(),
      bodies: cell.several('职务', bodies, bodyWords, 'body_unknown'),
      declared: cell.several('申报情况', declarations, declarationWords, 'cell_wrong'),
      engagement: cell.one('任职方式', engagements, engagementWords, 'part_time'),
      frontLine: cell.isYes('一线职工'),
      modelWorker: cell.isYes('劳模先进'),
    }
  })
  return { rows, faults }
}

function cellReader({ row, cells }: NamedRow, faults: SheetFault[]) {
  const at = (column: string) => cells.get(column) ?? ''
  const wrong = (code: SheetFault['code'], column: string, value = at(column)) =>
    faults.push({ row, code, column, value })
  return {
    optional: at,
    text(column: string) {
      if (at(column) === '') wrong('cell_empty', column)
      return at(column)
    },
    sex(): 'male' | 'female' | 'unknown' {
      const value = at('性别')
      if (!['男', '女', ''].includes(value)) wrong('cell_wrong', '性别')
      return value === '男' ? 'male' : value === '女' ? 'female' : 'unknown'
    },
    isYes(column: string) {
      const value = at(column)
      if (!['是', '否', '', '√'].includes(value)) wrong('cell_wrong', column)
      return value === '是' || value === '√'
    },
    /** One of some words; an empty cell is wrong, since nobody is to be guessed. */
    one<K extends string>(column: string, all: readonly K[], words: { readonly [key in K]: string }, otherwise: K): K {
      const found = all.find((key) => words[key] === at(column))
      if (found === undefined) wrong(at(column) === '' ? 'cell_empty' : 'cell_wrong', column)
      return found ?? otherwise
    },
    several<K extends string>(
      column: string,
      all: readonly K[],
      words: { readonly [key in K]: string },
      code: SheetFault['code'],
    ): K[] {
      const given = at(column)
        .split(/[、,，;；\s]+/)
        .filter((part) => part !== '')
      if (given.length === 0 && code === 'body_unknown') wrong('cell_empty', column)
      return given.flatMap((part) => {
        const found = all.find((key) => words[key] === part)
        if (found === undefined) wrong(code, column, part)
        return found ?? []
      })
    },
  }
}
