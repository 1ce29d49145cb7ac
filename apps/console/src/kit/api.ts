import type { Problem } from '@gongqiao/kernel/shared/problem.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { Refused, Unreachable } from './failure.ts'

/** The server, spoken to in one language and as one post. */
export type Api = {
  readonly language: Language
  /** The post the officer acts as; null before one is known. */
  readonly post: string | null
  /** Reads. Throws `Refused` or `Unreachable`. */
  get<T>(path: string, signal?: AbortSignal): Promise<T>
  /** Acts. `key` is the idempotency key of this filling of the form. Throws `Refused` or `Unreachable`. */
  send<T>(path: string, body: unknown, key?: string): Promise<T>
  /** Stores a file's bytes under its own content type. */
  upload<T>(path: string, file: Blob): Promise<T>
  /** The address of an image or a stream, which cannot carry a header: the post goes into the query. */
  address(path: string): string
}

/** Opens the server for one language and post. `fetcher` is a stand-in in tests. */
export function openApi(language: Language, post: string | null, fetcher: typeof fetch = fetch): Api {
  const headers = {
    accept: 'application/json, application/problem+json',
    'accept-language': language === 'en' ? 'en' : 'zh-CN',
    ...(post === null ? {} : { 'x-post': post }),
  }
  const unsafe = { ...headers, 'x-gongqiao': '1' }

  async function ask<T>(path: string, init: RequestInit): Promise<T> {
    let response: Response
    let body: unknown
    try {
      response = await fetcher(path, { credentials: 'same-origin', ...init })
      body = await bodyOf(response)
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
      throw new Unreachable(cause)
    }
    if (!response.ok) throw new Refused(problemIn(body, response.status))
    return answer<T>(body)
  }

  return {
    language,
    post,
    get: (path, signal) => ask(path, signal ? { headers, signal } : { headers }),
    send: (path, body, key) =>
      ask(path, {
        method: 'POST',
        headers: {
          ...unsafe,
          'content-type': 'application/json',
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        body: JSON.stringify(body),
      }),
    upload: (path, file) =>
      ask(path, { method: 'POST', headers: { ...unsafe, 'content-type': file.type }, body: file }),
    address: (path) => (post === null ? path : `${path}${path.includes('?') ? '&' : '?'}post=${post}`),
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (!response.ok) return null
    throw new Error('an answer that is not JSON', { cause })
  }
}

/** A refusal's body is a `Problem`; a proxy's own error page is not, and gets one without words. */
function problemIn(body: unknown, status: number): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body && 'detail' in body) {
    return { ...answer<Problem>(body), status }
  }
  return { type: 'about:blank', title: '', status, code: 'console.no_words', detail: '' }
}

/** The server checks every answer against the same contract these types come from, so its body has the asked shape. */
function answer<T>(body: unknown): T {
  return body as T
}

/** A path with its query; what is null, undefined or empty is left out. */
export function withQuery(
  path: string,
  query: { readonly [name: string]: string | number | null | undefined },
): string {
  const parts = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parts.set(name, String(value))
  }
  const text = parts.toString()
  return text === '' ? path : `${path}?${text}`
}
