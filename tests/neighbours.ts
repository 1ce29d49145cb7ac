import { createHmac } from 'node:crypto'
import { exportParts } from '../apps/server/exports.ts'
import { type ActingPost, type PostActor, systemActor } from '../kernel/command/actor.ts'
import { startExportCommand } from '../kernel/exports/commands/start-export.ts'
import { runExports } from '../kernel/exports/run-exports.ts'
import { newId } from '../kernel/shared/ids.ts'
import { minuteCode, minuteOf } from '../kernel/shared/minute-code.ts'
import { covers, type Place } from '../kernel/shared/place.ts'
import { officerCookie } from '../kernel/signin/officers.ts'
import { answerReport } from '../modules/membership/commands/answer-report.ts'
import { confirmApplication } from '../modules/membership/commands/confirm-application.ts'
import { raiseIdentityAlert } from '../modules/membership/commands/raise-identity-alert.ts'
import { returnApplication } from '../modules/membership/commands/return-application.ts'
import { saveRollView } from '../modules/membership/commands/save-roll-view.ts'
import { sayNotMe } from '../modules/membership/commands/say-not-me.ts'
import { makeJoiningCode } from '../modules/membership/index.ts'
import { makeToken } from '../modules/organization/commands/make-token.ts'
import type { RoleName } from '../modules/organization/index.ts'
import type { Applicant, House } from './house.ts'
import { units } from './planting.ts'

type SeedUnit = (typeof units)[keyof typeof units]

/** Somebody planted at a union, with everything a route can be asked about them. */
export type Person = {
  readonly who: Applicant
  readonly cell: number
  readonly matter: string
  readonly membership: string
  readonly person: string
  readonly card: string
  readonly message: string
}

/** What stands at one place: a union with an officer, a member, somebody whose application is open, and a joining code. */
export type There = {
  readonly unit: SeedUnit
  readonly officer: PostActor
  readonly officerMessage: string
  /** The id of an access token of the officer's. */
  readonly officerToken: string
  /** The id of an export of the officer's, ready to be fetched. */
  readonly officerExport: string
  /** The id of a view of the roll that the officer saved. */
  readonly officerView: string
  /** Another officer of the union. */
  readonly successor: PostActor
  readonly open: Person
  readonly member: Person
  readonly code: { readonly id: string; readonly token: string; readonly shortCode: string }
  /** The member is asked whether somebody who used their number is them. */
  readonly alert: string
  /** The member has said that somebody else who used their number is not them. */
  readonly report: string
  /** A text that only this place has, for a search. */
  readonly name: string
}

/** Words and numbers that belong to a place: whoever it lies outside of must never be told one. */
export type Secret = { readonly text: string; readonly of: 'person' | 'officer' | 'unit'; readonly at: Place }

let planted = 0
/** A name that nobody else has: each takes the next character of the script. */
const nextName = (kind: string) => `欧阳${String.fromCodePoint(0x4e00 + planted++)}${kind}`

/** A view of the roll as an officer saves it. */
export const rollView = { name: '在册的', wish: { status: 'active' }, columns: ['name'], opensFirst: false } as const

/** Plants neighbours, and keeps a list of what is theirs alone. */
export function makeNeighbours(house: House) {
  const secrets: Secret[] = []
  const placeOf = (unit: SeedUnit): Place => ({ cell: unit.cell, path: unit.path })
  const keep = (of: Secret['of'], unit: SeedUnit, ...texts: string[]) =>
    secrets.push(...texts.map((text) => ({ text, of, at: placeOf(unit) })))
  for (const unit of Object.values(units)) keep('unit', unit, unit.id, unit.name)

  async function officerAt(unit: SeedUnit, role: RoleName): Promise<PostActor> {
    const officer = await house.officer(unit, role)
    keep('officer', unit, officer.account, officer.name, officer.post.id)
    return officer
  }

  async function codeAt(officer: PostActor, unit: SeedUnit): Promise<There['code']> {
    const made = await house.does(officer, makeJoiningCode, { unit: unit.id, label: '门口', validDays: 30 })
    const token = made.link.split('/').at(-1) ?? ''
    keep('person', unit, made.id, token)
    return { id: made.id, token, shortCode: made.shortCode }
  }

  async function personAt(unit: SeedUnit, code: string, kind: string, number?: string): Promise<Person> {
    const who = await house.applies({ unit, code, name: nextName(kind), ...(number && { identityNumber: number }) })
    const card = who.outcome.card
    const matter = card?.matter
    if (!card || !matter) throw new Error('a newcomer has a card and a matter')
    const [row] = await house.rows('select id from membership.membership where person_id = $1', [who.actor.person])
    const membership = String(row?.id)
    const message = await messageTo(unit.cell, who.actor.account)
    keep('person', unit, who.name, who.phone, who.identityNumber, who.actor.person, who.actor.account)
    keep('person', unit, card.number, card.secret, matter.id, membership, message)
    return { who, cell: unit.cell, matter: matter.id, membership, person: who.actor.person, card: card.number, message }
  }

  /** A message that only its account may read. */
  async function messageTo(cell: number, account: string): Promise<string> {
    const id = newId()
    await house.rows(
      `insert into kernel.message (cell_id, id, account_id, at, kind, variables) values ($1, $2, $3, $4, 'membership.message.digest', '{"open": 1, "overdue": 0}')`,
      [cell, id, account, house.now()],
    )
    return id
  }

  /** A token that only its account may see and end. */
  async function tokenOf(officer: PostActor): Promise<string> {
    return (await house.does(officer, makeToken, { name: '统计程序', scopes: ['figures.read'], days: 30 })).token.id
  }

  /** A list that its officer has exported, if they may. */
  async function exportOf(officer: PostActor): Promise<string> {
    if (!officer.post.acts.has('kernel.start_export')) return newId()
    const filter = { unit: officer.post.unit }
    const asked = { kind: 'organization.units', filter, format: 'csv' }
    const { id } = await house.does(officer, startExportCommand(exportParts), asked)
    await runExports(exportParts, house.services, new AbortController().signal)
    return id
  }

  /** A view of the roll that its officer has saved, if they may. */
  async function viewOf(officer: PostActor): Promise<string> {
    if (!officer.post.acts.has('membership.save_view')) return newId()
    return (await house.does(officer, saveRollView, rollView)).id
  }

  async function confirmed(officer: PostActor, person: Person): Promise<Person> {
    const { cell, matter } = person
    await house.does(officer, confirmApplication, { cell, matter, decidedOn: '2026-03-02' })
    return person
  }

  /** Somebody far away applies with a member's number, and the member is asked about it. */
  async function alertFor({ who, cell }: Person): Promise<string> {
    const far = cell === units.farShop.cell ? units.shop : units.farShop
    const code = (await codeAt(await officerAt(far, 'upper_officer'), far)).token
    const other = await personAt(far, code, '冒', who.identityNumber)
    await house.does(systemActor('test'), raiseIdentityAlert, { cell: other.cell, matter: other.matter })
    const [row] = await house.rows('select id from membership.identity_alert where application_id = $1', [other.matter])
    return String(row?.id)
  }

  async function reportOf(person: Person): Promise<string> {
    const alert = await alertFor(person)
    await house.does(person.who.actor, sayNotMe, { cell: person.cell, alert })
    const [row] = await house.rows('select matter_id from membership.identity_alert where id = $1', [alert])
    return String(row?.matter_id)
  }

  /** Plants a place. */
  async function plantAt(unit: SeedUnit): Promise<There> {
    const officer = await officerAt(unit, 'upper_officer')
    const successor = await officerAt(unit, 'upper_officer')
    const officerMessage = await messageTo(unit.cell, officer.account)
    const officerToken = await tokenOf(officer)
    const officerExport = await exportOf(officer)
    const officerView = await viewOf(officer)
    keep('officer', unit, officerMessage, officerToken, officerExport, officerView)
    const code = await codeAt(officer, unit)
    const open = await personAt(unit, code.token, '申')
    const member = await confirmed(officer, await personAt(unit, code.token, '员'))
    const [alert, report] = [await alertFor(member), await reportOf(member)]
    keep('person', unit, alert, report)
    return {
      unit,
      officer,
      successor,
      officerMessage,
      officerToken,
      officerExport,
      officerView,
      code,
      open,
      member,
      alert,
      report,
      name: unit.name,
    }
  }

  return {
    secrets,
    plantAt,
    officerAt,
    messageTo,
    tokenOf,
    exportOf,
    viewOf,
    /** The same place with somebody else whose application is open. */
    async withNewcomer(there: There): Promise<There> {
      return { ...there, open: await personAt(there.unit, there.code.token, '新') }
    },
    /** The same place with a newcomer who is a member already, and is asked about somebody who used their number. */
    async withAlert(there: There): Promise<There> {
      const member = await confirmed(there.officer, there.open)
      return { ...there, member, alert: await alertFor(member) }
    },
    /** The same place with a newcomer who is a member already and said that somebody is not them; answered or not. */
    async withReport(there: There, answered = false): Promise<There> {
      const member = await confirmed(there.officer, there.open)
      const report = await reportOf(member)
      const input = { cell: member.cell, matter: report, note: '已核实' }
      if (answered) await house.does(there.officer, answerReport, input)
      return { ...there, member, report }
    },
    /** The same place with its open application returned, to be mended. */
    async withReturned(there: There): Promise<There> {
      const { cell, matter } = there.open
      await house.does(there.officer, returnApplication, { cell, matter, reason: 'details_missing' })
      return there
    },
    /** The same place with a code nobody has revoked. */
    async withNewCode(there: There): Promise<There> {
      return { ...there, code: await codeAt(there.officer, there.unit) }
    },
    /** A place like another in which nothing of what is asked for exists: every id is made up. */
    nowhere(there: There): There {
      const { cell } = there.unit
      const nobody = (like: Person): Person => ({
        ...like,
        cell,
        matter: newId(),
        membership: newId(),
        person: newId(),
        message: newId(),
      })
      return {
        ...there,
        unit: { ...there.unit, id: newId() },
        officer: { ...there.officer, account: newId(), post: { ...there.officer.post, id: newId() } },
        officerMessage: newId(),
        officerToken: newId(),
        officerExport: newId(),
        officerView: newId(),
        alert: newId(),
        report: newId(),
        open: nobody(there.open),
        member: nobody(there.member),
        code: { ...there.code, id: newId() },
      }
    },
    /** The session cookie of an officer, as a row that stands in the table. */
    async sessionOf(account: string, expires = '2026-04-01'): Promise<string> {
      const token = `planted${newId().replaceAll('-', '')}`
      await house.rows(
        `insert into signin."session" (id, "expiresAt", token, "updatedAt", "userId") values ($1, $2, $3, $4, $5)`,
        [newId(), expires, token, house.now(), account],
      )
      return `${officerCookie}=${token}`
    },
    /** What a card shows now to another device. */
    shownBy(person: Person): string {
      const secret = Buffer.from(person.who.outcome.card?.secret ?? '', 'base64url')
      const hmac = (key: Uint8Array, message: Uint8Array) => createHmac('sha256', key).update(message).digest()
      return `${person.card}.${minuteCode(hmac, secret, person.card, minuteOf(house.now().getTime()))}`
    },
  }
}
export type Neighbours = ReturnType<typeof makeNeighbours>

/** The unions above one, up to the nation, and itself. */
function chainOf(unit: { readonly id: string }): SeedUnit[] {
  const found = Object.values(units).find(({ id }) => id === unit.id)
  const parent = found && Object.values(units).find(({ id }) => id === found.parentId)
  return found ? [found, ...(parent ? chainOf(parent) : [])] : []
}

const samePlace = (a: Place, b: Place) => a.cell === b.cell && a.path === b.path

/** What an officer may be told: everything they cover, and the unions above them with who answers there. */
export function knownToPost(post: ActingPost): (secret: Secret) => boolean {
  const chain = chainOf({ id: post.unit })
  return ({ of, at }) =>
    post.ranges.some((range) => covers(range, at)) || (of !== 'person' && chain.some((unit) => samePlace(unit, at)))
}

/** What a person may be told: what is their own, and their union and those above with who answers there. */
export function knownToPerson(person: Person, there: There): (secret: Secret) => boolean {
  const { who, matter, membership, card, message } = person
  const own = new Set([who.name, who.phone, who.actor.person, who.actor.account, matter, membership, card, message])
  own.add(who.outcome.card?.secret ?? '')
  const chain = chainOf(there.unit)
  return ({ text, of, at }) => (of === 'person' ? own.has(text) : chain.some((unit) => samePlace(unit, at)))
}

/** What everybody may be told who has a union's joining code: the union and those above with who answers there. */
export function knownToAll(there: There): (secret: Secret) => boolean {
  const chain = chainOf(there.unit)
  return ({ of, at }) => of !== 'person' && chain.some((unit) => samePlace(unit, at))
}
