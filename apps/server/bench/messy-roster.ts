import { makeIdentityNumber, withIdentityCheckCharacter } from '@gongqiao/codes'

/** A line of a roster by column, as it is written into a sheet. */
type Line = {
  name: string
  number: string
  sex: string
  born: string
  phone: string
  unit: string
  ethnicity: string
  employment: string
  change: string
  since: string
}

/** What is wrong with a planted line: the column and code that must be named. */
type PlantedFault = { readonly row: number; readonly column: string; readonly code: string; readonly kind: string }

/** A roster with faults whose places are known. */
export type MessyRoster = {
  readonly csv: string
  readonly rows: number
  readonly faults: readonly PlantedFault[]
  /** Numbers of the lines without a fault, as they must stand afterwards: each its own person. */
  readonly numbers: readonly string[]
}

const headings = [
  '序号',
  '职工姓名',
  '性 别',
  '出生年月日',
  '身份证号码（18位）',
  '联系电话',
  '工会名称',
  '民族',
  '就业状况',
  '会籍变化类型',
  '入会日期',
  '学历',
]
const firstDataRow = 4
const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高'
const given = '伟芳娜敏静丽强磊军洋明华平刚桂英玉兰志国'

/** What is done to a line, and what must be said of it. */
type Fault = {
  readonly kind: string
  readonly column: string
  readonly code: string
  readonly spoil: (line: Line, at: number) => void
}

const faults: readonly Fault[] = [
  spoils('wrong check digit', 'identityNumber', 'people.identity.checksum', (line) => {
    line.number = line.number.slice(0, 17) + (line.number.endsWith('1') ? '2' : '1')
  }),
  spoils('powers of ten', 'identityNumber', 'membership.import.number_destroyed', (line) => {
    line.number = `${line.number[0]}.${line.number.slice(1, 6)}E+17`
  }),
  spoils('last digits lost', 'identityNumber', 'membership.import.number_destroyed', (line) => {
    line.number = `${line.number.slice(0, 15)}000`
  }),
  spoils('a digit missing', 'identityNumber', 'people.identity.length', (line) => {
    line.number = line.number.slice(0, 17)
  }),
  spoils('a letter inside', 'identityNumber', 'people.identity.characters', (line) => {
    line.number = `${line.number.slice(0, 9)}O${line.number.slice(10)}`
  }),
  spoils('30 February', 'identityNumber', 'people.identity.date', (line) => {
    line.number = withIdentityCheckCharacter(`${line.number.slice(0, 10)}0230${line.number.slice(14, 17)}`)
    line.born = ''
  }),
  spoils('no such province', 'identityNumber', 'people.identity.region', (line) => {
    line.number = withIdentityCheckCharacter(`99${line.number.slice(2, 17)}`)
  }),
  spoils('another birth date', 'birthDate', 'people.identity.birth_date_mismatch', (line) => {
    line.born = '1955-05-05'
  }),
  spoils('no birth date', 'birthDate', 'people.identity.birth_date', (line) => {
    line.born = '不详'
  }),
  spoils('another sex', 'sex', 'people.identity.sex_mismatch', (line) => {
    line.sex = line.sex === '男' ? '女' : '男'
  }),
  spoils('no sex', 'sex', 'membership.import.unknown_sex', (line) => {
    line.sex = '人'
  }),
  spoils('under sixteen', 'identityNumber', 'people.under_age', (line, at) => {
    line.number = makeIdentityNumber({ address: '440103', birthDate: '2018-06-01', sequence: at % 1000 })
    line.born = ''
    line.sex = ''
  }),
  spoils('a phone too short', 'phone', 'people.phone.length', (line) => {
    line.phone = line.phone.slice(0, 10)
  }),
  spoils('a landline', 'phone', 'people.phone.prefix', (line) => {
    line.phone = '02087654321'
  }),
  spoils('an unknown union', 'unit', 'membership.import.unit_unknown', (line) => {
    line.unit = '火星第一运输站工会'
  }),
  spoils('a formula', 'name', 'imports.formula_cell', (line) => {
    line.name = "=cmd|'/c calc'!A1"
  }),
  spoils('an unknown ethnic group', 'ethnicity', 'membership.import.unknown_ethnicity', (line) => {
    line.ethnicity = '77'
  }),
  spoils('an unknown employment', 'employment', 'membership.import.unknown_employment', (line) => {
    line.employment = '火星'
  }),
  spoils('joined tomorrow', 'since', 'membership.import.day_ahead', (line) => {
    line.since = '2099-01-01'
  }),
  spoils('no name', 'name', 'people.name.empty', (line) => {
    line.name = ''
  }),
  spoils('digits in the name', 'name', 'people.name.digits', (line) => {
    line.name += '2'
  }),
  spoils('has left', 'change', 'membership.import.has_left', (line) => {
    line.change = '4'
  }),
]

function spoils(kind: string, column: string, code: string, spoil: Fault['spoil']): Fault {
  return { kind, column, code, spoil }
}

/** How a line looks that is right all the same: wide digits, blanks, a zero-width space, dates and codes in many ways. */
const harmless: readonly ((line: Line) => void)[] = [
  (line) => {
    line.number = line.number.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  },
  (line) => {
    line.number = ` ${line.number.slice(0, 6)} ${line.number.slice(6)}\u200b`
  },
  (line) => {
    line.name = `${line.name[0]}　${line.name.slice(1)} `
  },
  (line) => {
    line.born = line.born.replaceAll('-', '/').replaceAll('/0', '/')
  },
  (line) => {
    line.born = line.born.replaceAll('-', '')
  },
  (line) => {
    line.born = line.born.slice(0, 7).replace('-', '.')
  },
  (line) => {
    line.sex = line.sex === '男' ? '1' : '2'
    line.ethnicity = '01'
  },
  (line) => {
    line.phone = `+86 ${line.phone.slice(0, 3)}-${line.phone.slice(3, 7)}-${line.phone.slice(7)}`
  },
  (line) => {
    line.number = `'${line.number.toLowerCase()}`
    line.ethnicity = '汉'
  },
  (line) => {
    line.since = '2015年6月1日'
    line.employment = '1'
  },
]

/** The number of somebody by their place among all: no two places share one. */
function numberOf(at: number): string {
  const day = new Date(Date.UTC(1962, 0, 1) + (at % 14_000) * 86_400_000).toISOString().slice(0, 10)
  const sequence = (Math.floor(at / 14_000) * 7 + 11) % 1000
  return makeIdentityNumber({ address: '440111', birthDate: day, sequence })
}

function lineOf(at: number, units: readonly string[]): Line {
  const number = numberOf(at)
  return {
    name: `${surnames[at % 20]}${given[Math.floor(at / 20) % 20]}${given[Math.floor(at / 400) % 20]}`,
    number,
    sex: Number(number[16]) % 2 === 1 ? '男' : '女',
    born: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
    phone: `15${String(400_000_000 + at).slice(0, 9)}`,
    unit: units[at % units.length] ?? '',
    ethnicity: '汉族',
    employment: '在岗',
    change: '入会',
    since: '2015-06-01',
  }
}

function written(line: Line, at: number): string {
  const { name, sex, born, number, phone, unit, ethnicity, employment, change, since } = line
  return [at + 1, name, sex, born, number, phone, unit, ethnicity, employment, change, since, '本科'].join(',')
}

/**
 * Makes a roster in csv as unions send them: a title above the headings, columns of its own names and order, every tenth
 * line written in a way of its own, and in some lines one fault each of two dozen kinds, spread evenly.
 *
 * @param share of the lines that have a fault, 0 to 1
 * @param from the first person's place among all: rosters with other places name other people
 */
export function messyRoster(rows: number, share: number, units: readonly string[], from = 0): MessyRoster {
  const planted: PlantedFault[] = []
  const numbers: string[] = []
  const lines = [
    `某县总工会会员名册${','.repeat(headings.length - 1)}`,
    `填表单位：,${','.repeat(headings.length - 2)}`,
    headings.join(','),
  ]
  const every = share === 0 ? Number.POSITIVE_INFINITY : Math.floor(1 / share)
  let next = 0
  for (let at = 0; at < rows; at++) {
    const row = firstDataRow + at
    const line = lineOf(from + at, units)
    const isFaulty = at % every === every - 1
    const twin = isFaulty && at > 60 ? next % (faults.length + 2) : next % faults.length
    if (isFaulty && twin >= faults.length) {
      // The same person once more: as before, or with another phone.
      const before = at - 7
      const again = lineOf(from + before, units)
      if (twin === faults.length + 1) {
        again.phone = `139${String(10_000_000 + at)}`
        planted.push({
          row: row - 7,
          column: 'identityNumber',
          code: 'imports.contradicting_row',
          kind: 'contradicted',
        })
        numbers.splice(numbers.indexOf(again.number), 1)
        planted.push({ row, column: 'identityNumber', code: 'imports.contradicting_row', kind: 'contradicts' })
      } else {
        planted.push({ row, column: 'identityNumber', code: 'imports.repeated_row', kind: 'repeated' })
      }
      lines.push(written(again, at))
      next++
      continue
    }
    const fault = isFaulty ? faults[twin] : undefined
    if (fault) {
      fault.spoil(line, at)
      planted.push({ row, column: fault.column, code: fault.code, kind: fault.kind })
      next++
    } else {
      numbers.push(line.number)
      if (at % 10 === 3 && share > 0) harmless[Math.floor(at / 10) % harmless.length]?.(line)
    }
    lines.push(written(line, at))
  }
  lines.push(`填表人：张三${','.repeat(headings.length - 1)}`)
  return { csv: `${lines.join('\r\n')}\r\n`, rows, faults: planted, numbers }
}
