import type { Problem } from '@gongqiao/kernel/shared/problem.ts'
import type { ImportView } from '@gongqiao/modules/people/contract.ts'
import type { Api } from '../kit/api.ts'
import { Refused, Unreachable } from '../kit/failure.ts'
import { mediaTypeOf } from './sheet-file.ts'

/**
 * Sends a sheet, telling how much of it has gone (0 to 1). Only this old way of asking knows that in every browser.
 *
 * Throws `Refused`, `Unreachable`, or an `AbortError`.
 */
export function uploadSheet(
  api: Api,
  path: string,
  file: File,
  once: string,
  onSent: (share: number) => void,
  signal: AbortSignal,
): Promise<ImportView> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('accept', 'application/json, application/problem+json')
    request.setRequestHeader('accept-language', api.language === 'en' ? 'en' : 'zh-CN')
    request.setRequestHeader('x-gongqiao', '1')
    request.setRequestHeader('idempotency-key', once)
    request.setRequestHeader('content-type', mediaTypeOf(file.name))
    if (api.post !== null) request.setRequestHeader('x-post', api.post)
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 0 : loaded / total)
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status < 300) return done(asImport(body))
      fail(new Refused(asProblem(body, request.status)))
    }
    request.onerror = () => fail(new Unreachable(new Error('the upload was cut off')))
    request.onabort = () => fail(new DOMException('stopped', 'AbortError'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Safe because the server checks every answer against the same contract this type comes from. */
function asImport(body: unknown): ImportView {
  return body as ImportView
}

/** Safe because every refusal of the server is a problem of this shape; a proxy's own error page gets one without words. */
function asProblem(body: unknown, status: number): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body && 'detail' in body)
    return { ...(body as Problem), status }
  return { type: 'about:blank', title: '', status, code: 'console.no_words', detail: '' }
}
