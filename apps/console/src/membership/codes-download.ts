import type { Problem } from '@gongqiao/kernel/shared/problem.ts'
import type { Api } from '../kit/api.ts'
import { Refused, Unreachable } from '../kit/failure.ts'

const pageMark = '/Type /Page\n'

/** Counts the pages of a PDF as its parts come in; a mark may lie across two parts. */
export function pageCounter(): (part: Uint8Array) => number {
  let pages = 0
  let rest = ''
  return (part) => {
    let text = rest
    for (let at = 0; at < part.length; at += 8192) text += String.fromCharCode(...part.subarray(at, at + 8192))
    pages += text.split(pageMark).length - 1
    rest = text.slice(-(pageMark.length - 1))
    return pages
  }
}

/**
 * Fetches a PDF that is written while it is fetched, telling how many pages have come.
 *
 * Throws `Refused`, `Unreachable`, or the signal's own `AbortError`.
 */
export async function fetchPages(
  api: Api,
  path: string,
  onPages: (pages: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  try {
    const headers = { 'accept-language': api.language === 'en' ? 'en' : 'zh-CN' }
    const response = await fetch(api.address(path), { credentials: 'same-origin', headers, signal })
    if (!response.ok) throw new Refused(asProblem(await response.json(), response.status))
    const reader = response.body?.getReader()
    const parts: Uint8Array<ArrayBuffer>[] = []
    const count = pageCounter()
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true }
      if (done || value === undefined) break
      parts.push(value)
      onPages(count(value))
    }
    return new Blob(parts, { type: 'application/pdf' })
  } catch (fault) {
    if (fault instanceof Refused || (fault instanceof DOMException && fault.name === 'AbortError')) throw fault
    throw new Unreachable(fault)
  }
}

/** Hands a file to the browser's downloads. */
export function saveAs(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Safe because every refusal of the server is a problem of this shape. */
function asProblem(body: unknown, status: number): Problem {
  return { ...(body as Problem), status }
}
