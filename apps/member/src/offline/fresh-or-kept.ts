import { Unreachable } from '../api/client.ts'
import { noteFresh, noteKept } from './freshness.ts'
import { keepAnswer, recallAnswer } from './kept-answers.ts'

/** Longer than a usable network needs; somebody shows their card at a gate and does not wait for thirty seconds. */
const patienceMs = 4_000

/** What is somebody's own changes from day to day, and its age is told; what an installation is called does not. */
const ownPaths = '/api/me'

/** Where answers are kept; a test gives its own. */
type Shelf = { readonly keep: typeof keepAnswer; readonly recall: typeof recallAnswer }

/**
 * The answer of now, kept for another time; without a network, or with one that does not carry, the answer of last time.
 *
 * An answer that comes after a kept one was given goes to `onLate`. Without a kept one it waits, and throws what `ask` throws.
 */
export async function freshOrKept<T>(
  path: string,
  ask: () => Promise<T>,
  onLate: (answer: T) => void,
  shelf: Shelf = { keep: keepAnswer, recall: recallAnswer },
): Promise<T> {
  let given = false
  const asked = ask().then((answer) => {
    noteFresh(path)
    void shelf.keep(path, answer)
    if (given) onLate(answer)
    return answer
  })
  const slow = new Promise<'slow'>((resolve) => setTimeout(resolve, patienceMs, 'slow'))
  const first = await Promise.race([asked, slow]).catch((fault: unknown) => {
    if (fault instanceof Unreachable) return 'unreachable' as const
    throw fault
  })
  if (first !== 'slow' && first !== 'unreachable') return asAnswer<T>(first)
  const kept = await shelf.recall(path)
  if (kept === undefined) return asked
  given = true
  asked.catch(() => undefined)
  if (path.startsWith(ownPaths)) noteKept(path, kept.at)
  return asAnswer<T>(kept.value)
}

/** Safe because only answers of this path are kept under it, in the shape the server checked. */
function asAnswer<T>(value: unknown): T {
  return value as T
}
