import type { FieldFault, Problem } from '@gongqiao/kernel/shared/problem.ts'
import { preferences } from '../settings/preferences.ts'
import { noteServerDate } from './clock.ts'
import { takeEarly } from './early.ts'

/** The server understood and said no, with words for the person. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** No answer, or none that is the server's own: the network, a proxy, a crash. Trying again is safe. */
export class Unreachable extends Error {}

/** Longer than a slow phone network needs, shorter than a person waits without asking themselves. */
const PATIENCE_MS = 30_000
/** A slow network carries so many bytes in a millisecond: a recording has as much more time as it is larger. */
const BYTES_A_MS = 10

/** Reads. Throws `Refused` or `Unreachable`. */
export function get<T>(path: string): Promise<T> {
  return call<T>(path, { method: 'GET' })
}

/**
 * Acts. With a key a repeat is answered like the first and does nothing twice. As `nobody` no cookie goes along: the server
 * is not told whose phone this is.
 *
 * Throws `Refused` or `Unreachable`.
 */
export function post<T>(path: string, body: object = {}, key?: string, as?: 'nobody'): Promise<T> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json', 'X-Gongqiao': '1' }
  if (key !== undefined) headers['Idempotency-Key'] = key
  const credentials = as === 'nobody' ? 'omit' : 'same-origin'
  return call<T>(path, { method: 'POST', body: JSON.stringify(body), headers, credentials })
}

async function call<T>(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<T> {
  const stop = new AbortController()
  const bytes = typeof init.body === 'string' ? init.body.length : 0
  const timer = window.setTimeout(() => stop.abort(), PATIENCE_MS + bytes / BYTES_A_MS)
  const headers = { Accept: 'application/json', 'Accept-Language': preferences().language, ...init.headers }
  try {
    const early = init.method === 'GET' ? takeEarly(path, preferences().language) : undefined
    const response =
      (await early) ?? (await fetch(path, { credentials: 'same-origin', ...init, headers, signal: stop.signal }))
    noteServerDate(response.headers.get('Date'))
    const body: unknown = await response.json()
    if (response.ok) return asAnswered<T>(body)
    if (isProblem(body)) throw new Refused(body)
    throw new Unreachable(`answered ${response.status}`)
  } catch (fault) {
    if (fault instanceof Refused || fault instanceof Unreachable) throw fault
    throw new Unreachable('no answer', { cause: fault })
  } finally {
    window.clearTimeout(timer)
  }
}

/** Safe because the server checks every answer against the contract the type was taken from before it sends it. */
function asAnswered<T>(body: unknown): T {
  return body as T
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'status' in body
}

/** The problem's code when the fault is a refusal, else undefined. */
export function refusalCode(fault: unknown): string | undefined {
  return fault instanceof Refused ? fault.problem.code : undefined
}

/** Tells whether the server asks for a sign-in first. */
export function needsSignIn(fault: unknown): boolean {
  return fault instanceof Refused && fault.problem.status === 401
}

/** Every wrong field the server named. */
export function faultsOf(fault: unknown): readonly FieldFault[] {
  return fault instanceof Refused ? (fault.problem.faults ?? []) : []
}
