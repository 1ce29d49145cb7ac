import type { PersonActor } from '../kernel/command/actor.ts'
import { newId } from '../kernel/shared/ids.ts'
import { answerAsk } from '../modules/rights/commands/answer-ask.ts'
import { askMore } from '../modules/rights/commands/ask-more.ts'
import { joinAsks } from '../modules/rights/commands/join-asks.ts'
import { signAsk } from '../modules/rights/commands/sign-ask.ts'
import { submitAnonymousAsk } from '../modules/rights/commands/submit-anonymous-ask.ts'
import { submitAsk } from '../modules/rights/commands/submit-ask.ts'
import { submitGuestAsk } from '../modules/rights/commands/submit-guest-ask.ts'
import { takeDownAsk } from '../modules/rights/commands/take-down-ask.ts'
import type { House } from './house.ts'

type Kit = { readonly house: House }
type At = {
  readonly unit: { readonly id: string; readonly cell: number }
  readonly open: { readonly who: { readonly actor: PersonActor } }
}

const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const said = { words: '没有发工资', topic: '04', pictures: [picture] }

const isPlanted = ({ unit }: At, { house }: Kit) => Object.values(house.units).some(({ id }) => id === unit.id)
const nowhere = ({ unit }: At) => ({ cell: unit.cell, matter: newId(), file: newId() })
type Key = ReturnType<typeof nowhere>

/** An ask at a union, taken down at its window, with a picture. In a place that is made up no ask is either. */
async function askAt(there: At, kit: Kit): Promise<Key> {
  if (!isPlanted(there, kit)) return nowhere(there)
  const { house } = kit
  const officer = await house.officer(there.unit)
  const { ask } = await house.does(officer, takeDownAsk, { unit: there.unit.id, channel: 'window', ...said })
  return { cell: ask.cell, matter: ask.matter, file: ask.turns[0]?.files[0]?.id ?? '' }
}

/** The same, in hand. */
async function inHand(there: At, kit: Kit): Promise<Key> {
  const key = await askAt(there, kit)
  if (isPlanted(there, kit)) await kit.house.does(await kit.house.officer(there.unit), signAsk, named(key))
  return key
}

/** The same, answered. */
async function answered(there: At, kit: Kit): Promise<Key> {
  const key = await askAt(there, kit)
  const done = { ...named(key), words: '已办', result: 'solved' }
  if (isPlanted(there, kit)) await kit.house.does(await kit.house.officer(there.unit), answerAsk, done)
  return key
}

/** Two asks of a union that are answered together. */
async function joined(there: At, kit: Kit): Promise<Key> {
  const [key, other] = [await askAt(there, kit), await askAt(there, kit)]
  if (isPlanted(there, kit)) {
    const officer = await kit.house.officer(there.unit)
    await kit.house.does(officer, joinAsks, { ...named(key), others: [other.matter] })
  }
  return key
}

/** A report of retaliation that a union has, as one that was made below it would be. */
async function reportAt(there: At, kit: Kit): Promise<Key> {
  const key = await askAt(there, kit)
  if (!isPlanted(there, kit)) return key
  await kit.house.rows(
    `with made as (
       update kernel.matter set kind = 'rights.retaliation', state = 'reported' where cell_id = $1 and id = $2
     )
     insert into rights.retaliation (cell_id, matter_id, path, about_cell, about_matter, about_kind, about_unit_id, content, opened_on)
     select cell_id, matter_id, path, cell_id, matter_id, 'rights.ask', asked_unit_id, content, opened_on
     from rights.ask where cell_id = $1 and matter_id = $2`,
    [key.cell, key.matter],
  )
  return key
}

/** An ask of whoever has just applied at a union, answered or asked for more where a step wants that. */
async function askOf(there: At, { house }: Kit, until?: 'answered' | 'more'): Promise<Key> {
  const { ask } = await house.does(there.open.who.actor, submitAsk, said)
  const key = { cell: ask.cell, matter: ask.matter }
  const officer = await house.officer(there.unit)
  if (until === 'answered') await house.does(officer, answerAsk, { ...key, words: '已办', result: 'solved' })
  if (until === 'more') {
    await house.does(officer, signAsk, key)
    await house.does(officer, askMore, { ...key, words: '请补充' })
  }
  return { ...key, file: ask.turns[0]?.files[0]?.id ?? '' }
}

/** Whoever is only asked about was planted once and asks again; nobody of a made-up place does. */
async function ofPerson(there: At, kit: Kit, until?: 'answered' | 'more'): Promise<Key> {
  return isPlanted(there, kit) ? askOf(there, kit, until) : nowhere(there)
}

async function byNobody({ house }: Kit) {
  const anyone = { ...house.anyone(), address: newId() }
  const { ask, queryCode } = await house.does(anyone, submitAnonymousAsk, { ...said, unit: house.units.county.id })
  return { code: queryCode, file: ask.turns[0]?.files[0]?.id ?? '' }
}

const named = ({ cell, matter }: Key) => ({ cell, matter })
const shown = 'whoever asks is shown what they asked, and which union has it'

/**
 * What the routes of asks must answer to whom.
 *
 * @param everybody open to whoever asks
 * @param everyPost whoever may see figures of what their post covers
 * @param handles whoever handles what their post covers
 * @param upper only the roles of a union above
 * @param themselves a person's own
 */
export function askRules<R extends object>(rules: { everybody: R; everyPost: R; handles: R; upper: R; themselves: R }) {
  const { everybody, everyPost, handles: rule, upper, themselves } = rules
  const one = '/cells/{cell}/asks/{matter}'
  const own = '/asks/{cell}/{matter}'
  const report = '/cells/{cell}/retaliations/{matter}'
  const about = (key: (there: At, kit: Kit) => Promise<Key>, body?: object) => async (there: At, kit: Kit) => ({
    values: await key(there, kit),
    ...(body && { body }),
  })
  const mine = (body?: object, until?: 'answered' | 'more') => async (there: At, kit: Kit) => ({
    values: await ofPerson(there, kit, until),
    ...(body && { body }),
  })
  const words = { words: '请再看看' }
  /** Of a report only the union that has it knows, and no union above (G-05). */
  const elsewhere = {
    sibling: 'absent',
    ancestor: 'absent',
    'other cell': 'absent',
    'other province': 'absent',
  } as const
  const restricted = {
    ...upper,
    upper_officer: { own: 'allowed', subtree: 'absent', another: 'absent', ...elsewhere },
  } as const
  return {
    'GET /asks/places': { rule: everybody, tells: 'which union is there for a place is public' },
    'POST /me/asks': { rule: { ...themselves, member: 'allowed' }, ask: () => ({ body: said }), tells: shown },
    'POST /asks/guest': {
      rule: everybody,
      tells: shown,
      async ask(_there: At, { house }: Kit) {
        const { phone } = house.stranger()
        return { body: { ...said, unit: house.units.county.id, phone, phoneCode: await house.phoneCode(phone) } }
      },
    },
    'POST /asks/anonymous': {
      rule: everybody,
      tells: shown,
      // All of them come from one address here, which has its limit.
      lawfulNo: 'kernel.too_many_requests',
      ask: (_there: At, { house }: Kit) => ({ body: { ...said, unit: house.units.county.id } }),
    },
    'POST /asks/by-code': {
      rule: everybody,
      tells: shown,
      ask: async (_there: At, kit: Kit) => ({ body: { code: (await byNobody(kit)).code } }),
    },
    'POST /asks/by-code/files': {
      rule: everybody,
      ask: async (_there: At, kit: Kit) => ({ body: await byNobody(kit) }),
    },
    'POST /asks/codes': {
      rule: everybody,
      async ask(_there: At, { house }: Kit) {
        const { phone } = house.stranger()
        const form = { ...said, unit: house.units.county.id, phone, phoneCode: await house.phoneCode(phone) }
        await house.does(house.anyone(), submitGuestAsk, form)
        return { body: { phone, phoneCode: await house.phoneCode(phone) } }
      },
    },
    'GET /me/asks': { rule: { ...themselves, member: 'allowed' } },
    'GET /me/asks/{cell}/{matter}': { rule: themselves, ask: mine(), tells: shown },
    'GET /me/asks/{cell}/{matter}/files/{file}': { rule: themselves, ask: mine() },
    [`POST ${own}/supply`]: { rule: themselves, ask: mine(words, 'more'), tells: shown },
    [`POST ${own}/closing`]: {
      rule: themselves,
      tells: shown,
      ask: mine({ solved: 'solved', answer: 5, handling: 5 }, 'answered'),
    },
    [`POST ${own}/reopening`]: { rule: themselves, ask: mine(words, 'answered'), tells: shown },
    [`POST ${own}/withdrawal`]: { rule: themselves, ask: mine(), tells: shown },
    [`POST ${own}/retaliation`]: { rule: themselves, ask: mine(words), tells: shown },
    'POST /window/asks': { rule, ask: ({ unit }: At) => ({ body: { ...said, unit: unit.id, channel: 'phone' } }) },
    [`GET ${one}`]: { rule, ask: about(askAt) },
    [`GET ${one}/files/{file}`]: { rule, ask: about(askAt) },
    [`GET ${one}/alike`]: { rule, ask: about(askAt) },
    [`POST ${one}/signing`]: { rule, ask: about(askAt) },
    [`POST ${one}/answer`]: { rule, ask: about(askAt, { ...words, result: 'solved' }) },
    [`POST ${one}/more`]: { rule, ask: about(inHand, words) },
    [`POST ${one}/interim`]: { rule, ask: about(inHand, words) },
    [`POST ${one}/calling`]: { rule, ask: about(answered, { reached: false }) },
    [`POST ${one}/sorting`]: { rule, ask: about(askAt, { class: 'difficult' }) },
    [`POST ${one}/extension`]: { rule, ask: about(inHand, words) },
    [`POST ${one}/joining`]: {
      rule,
      async ask(there: At, kit: Kit) {
        return { values: await askAt(there, kit), body: { others: [(await askAt(there, kit)).matter] } }
      },
    },
    [`POST ${one}/group-answer`]: { rule, ask: about(joined, { ...words, result: 'solved' }) },
    [`GET ${report}`]: { rule: restricted, ask: about(reportAt) },
    [`POST ${report}/taking-up`]: { rule: restricted, ask: about(reportAt) },
    [`POST ${report}/answer`]: { rule: restricted, ask: about(reportAt, words) },
    'GET /units/{unit}/asks/figures': {
      rule: everyPost,
      ask: ({ unit }: At) => ({ values: { unit: unit.id, quarter: '2026-Q1' } }),
    },
  } as const
}
