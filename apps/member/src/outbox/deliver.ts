import { isLetter, type Letter, type Sealed } from './letter.ts'

/** Where letters lie; the phone's own database, or one in memory. */
export type LetterBox = {
  all(): Promise<unknown[]>
  /** Changes one letter in a step that nobody else gets between; undefined leaves it, false says so. */
  change(id: string, change: (letter: Letter) => Letter | undefined): Promise<boolean>
}

export type DeliveryParts = {
  readonly box: LetterBox
  readonly unseal: (sealed: Sealed) => Promise<string>
  readonly fetch: typeof fetch
  readonly now: () => number
}

/** Longer than a request may take; a window that was closed meanwhile holds a letter no longer. */
const claimMs = 35_000

/**
 * Sends every letter that waits, oldest first, each in the name of whoever wrote it. A letter whose answer was lost is sent
 * again under the same key, and the server does it once.
 *
 * @returns whether something was answered, and how many still wait
 */
export async function deliverLetters(parts: DeliveryParts): Promise<{ answered: boolean; waiting: number }> {
  const waiting = (await parts.box.all())
    .filter(isLetter)
    .filter(({ state }) => state === 'waiting')
    .sort((a, b) => a.at - b.at)
  let answered = 0
  if (waiting.length > 0) {
    const person = await whoIsSignedIn(parts)
    for (const letter of waiting) {
      if (letter.person !== person) continue
      const outcome = await deliverOne(parts, letter)
      if (outcome === 'unreachable') break
      if (outcome === 'answered') answered++
    }
  }
  return { answered: answered > 0, waiting: waiting.length - answered }
}

async function whoIsSignedIn({ fetch }: DeliveryParts): Promise<string | undefined> {
  try {
    const response = await fetch('/api/me', { headers: { Accept: 'application/json' }, credentials: 'same-origin' })
    const self: unknown = response.ok ? await response.json() : undefined
    return typeof self === 'object' && self !== null && 'person' in self && typeof self.person === 'string'
      ? self.person
      : undefined
  } catch {
    return undefined
  }
}

async function deliverOne(parts: DeliveryParts, { id }: Letter): Promise<'answered' | 'unreachable' | 'left'> {
  const { box, now } = parts
  let letter: Letter | undefined
  const claimed = await box.change(id, (current) => {
    const held = current.sendingSince !== null && now() - current.sendingSince < claimMs
    if (current.state !== 'waiting' || current.content === null || held) return undefined
    letter = { ...current, sendingSince: now() }
    return letter
  })
  if (!claimed || letter === undefined) return 'left'
  const answer = await send(parts, letter)
  const end = { content: null, sendingSince: null, answeredAt: now() }
  await box.change(id, (current) => {
    if (answer === undefined) return { ...current, sendingSince: null }
    return answer === 'done'
      ? { ...current, ...end, state: 'delivered' }
      : { ...current, ...end, state: 'refused', refusal: answer }
  })
  return answer === undefined ? 'unreachable' : 'answered'
}

/** What the server said for good; undefined when nobody knows yet, and it is to be sent again. */
async function send(parts: DeliveryParts, letter: Letter): Promise<'done' | Letter['refusal'] | undefined> {
  try {
    const body = letter.content === null ? '{}' : await parts.unseal(letter.content)
    const response = await parts.fetch(letter.path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        'Accept-Language': letter.language,
        'Content-Type': 'application/json',
        'Idempotency-Key': letter.id,
        'X-Gongqiao': '1',
      },
      body,
    })
    if (response.ok) return 'done'
    const problem: unknown = await response.json()
    return isForGood(response.status, problem) ? wordsOf(problem) : undefined
  } catch {
    return undefined
  }
}

/** A no that stays one: not a sign-in that ended, not a server that is busy or still at the first sending. */
function isForGood(status: number, problem: unknown): boolean {
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined
  return (
    code !== undefined &&
    status >= 400 &&
    status < 500 &&
    ![401, 429].includes(status) &&
    code !== 'kernel.same_request_running'
  )
}

function wordsOf(problem: unknown): { title: string; detail: string } {
  const { title, detail } = typeof problem === 'object' && problem !== null ? asWords(problem) : {}
  return { title: typeof title === 'string' ? title : '', detail: typeof detail === 'string' ? detail : '' }
}

/** Safe because nothing is known of the two values yet: each is looked at before it is used. */
function asWords(problem: object): { title?: unknown; detail?: unknown } {
  return problem
}
