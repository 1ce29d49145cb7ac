import { declineReasons, retentionReasons } from '@gongqiao/modules/membership/machine.ts'

/** One thing that is asked in a form; the key is where it goes in what is sent, `vote.for` inside `vote`. */
export type AskedField = {
  readonly key: string
  readonly kind: 'day' | 'text' | 'words' | 'number' | 'choice' | 'yesno' | 'scan' | 'unit'
  readonly needed: boolean
  readonly choices?: readonly string[]
  /** A day that begins as today. */
  readonly today?: boolean
  /** Sent as null where it is empty. */
  readonly orNull?: true
}

const day = (key: string): AskedField => ({ key, kind: 'day', needed: true })
/** The day of what is done by saying it: today, unless somebody says otherwise. What happened has its own day. */
const todayAs = (key: string): AskedField => ({ ...day(key), today: true })
const note: AskedField = { key: 'note', kind: 'words', needed: false }
const words: AskedField = { key: 'note', kind: 'words', needed: true }
const scan = (needed: boolean): AskedField => ({ key: 'file', kind: 'scan', needed })
const count = (key: string): AskedField => ({ key, kind: 'number', needed: true })
const text = (key: string, needed = true): AskedField => ({ key, kind: 'text', needed })

const opinion: readonly AskedField[] = [
  day('opinion.on'),
  count('opinion.present'),
  { key: 'opinion.agrees', kind: 'yesno', needed: true },
  { key: 'opinion.words', kind: 'words', needed: true },
]
const vote: readonly AskedField[] = [
  day('vote.on'),
  ...['members', 'present', 'for', 'against', 'abstained'].map((key) => count(`vote.${key}`)),
]

/** What an officer may do to a membership, with what is asked for it and where it is sent. */
export const memberForms = {
  retain: {
    path: 'retention',
    fields: [{ key: 'reason', kind: 'choice', needed: true, choices: retentionReasons }, day('on'), note, scan(false)],
  },
  resume: { path: 'resumption', fields: [day('on'), note, scan(false)] },
  death: { path: 'death', fields: [day('on'), text('kin.name', false), text('kin.relation', false), scan(false)] },
  deemed: {
    path: 'deemed',
    fields: [
      day('unpaidFrom'),
      { key: 'tookPartOn', kind: 'day', needed: false, orNull: true },
      day('educatedOn'),
      { key: 'education', kind: 'words', needed: true },
    ],
  },
  expulsion: {
    path: 'expulsion',
    fields: [text('judgment.court'), text('judgment.number'), day('judgment.on'), text('judgment.punishment')],
  },
  name: { path: null, fields: [text('name'), scan(true)] },
} as const satisfies {
  readonly [act: string]: { readonly path: string | null; readonly fields: readonly AskedField[] }
}
export type MemberAct = keyof typeof memberForms

/** What an officer may do in a matter of a membership's life, by its step; `act` is the permission. */
export const matterForms = {
  agree: { path: 'agreement', act: 'membership.agree_standing', fields: [todayAs('on')] },
  decline: {
    path: 'refusal',
    act: 'membership.decline_standing',
    fields: [{ key: 'reason', kind: 'choice', needed: true, choices: declineReasons }, note],
  },
  announce: { path: 'announcement', act: 'membership.announce_resignation', fields: [todayAs('on')] },
  mend: { path: 'mending', act: 'membership.mend_ways', fields: [words] },
  declare: { path: 'declaration', act: 'membership.declare_deemed', fields: [...opinion, ...vote] },
  opine: { path: 'opinion', act: 'membership.give_opinion', fields: opinion },
  decide: { path: 'decision', act: 'membership.decide_expulsion', fields: vote },
  drop: { path: 'dropping', act: 'membership.drop_expulsion', fields: [words] },
  file: { path: 'filing', act: 'membership.file_expulsion', fields: [] },
  close: { path: 'closing', act: 'membership.close_life', fields: [] },
} as const satisfies {
  readonly [step: string]: { readonly path: string; readonly act: string; readonly fields: readonly AskedField[] }
}
export type MatterStep = keyof typeof matterForms

/** What is asked to give an application to another union. */
export const routeFields: readonly AskedField[] = [{ key: 'to', kind: 'unit', needed: true }, note]

/** What was filled in so far, by key; scans by the id of the stored file. */
export type Filled = { readonly [key: string]: string | null }

/** The keys of a form that are still to be filled in. */
export function missingOf(fields: readonly AskedField[], filled: Filled): string[] {
  return fields.filter(({ key, needed }) => needed && (filled[key] ?? '').trim() === '').map(({ key }) => key)
}

/** What is sent: nested by the keys' dots, numbers as numbers, what is empty left out. */
export function bodyOf(fields: readonly AskedField[], filled: Filled): { [key: string]: unknown } {
  const body: { [key: string]: unknown } = {}
  for (const { key, kind, orNull } of fields) {
    const given = (filled[key] ?? '').trim()
    if (given === '' && !orNull) continue
    const value = given === '' ? null : kind === 'number' ? Number(given) : kind === 'yesno' ? given === 'yes' : given
    const [group = '', inner] = key.split('.')
    if (inner === undefined) body[group] = value
    else body[group] = { ...asGroup(body[group]), [inner]: value }
  }
  return body
}

/** Safe because only `bodyOf` writes groups, and each is an object. */
function asGroup(group: unknown): object {
  return typeof group === 'object' && group !== null ? group : {}
}

/** Where a fault of a field is told: `/vote/for` belongs to the key `vote.for`. */
export function faultKey(field: string): string {
  return field.replace(/^\//, '').replaceAll('/', '.')
}

/** What stands in a form before anybody has touched it. */
export function startingWith(fields: readonly AskedField[], today: string): Filled {
  return Object.fromEntries(fields.flatMap((field) => (field.today ? [[field.key, today]] : [])))
}
