import type { Problem } from '@gongqiao/kernel/shared/problem.ts'
import type { Api } from '../kit/api.ts'
import { Refused, Unreachable } from '../kit/failure.ts'

/** Fetches a file that the server makes, so that a refusal comes in words. Throws `Refused` or `Unreachable`. */
export async function fetchFile(api: Api, path: string): Promise<{ file: Blob; name: string }> {
  try {
    const headers = { 'accept-language': api.language === 'en' ? 'en' : 'zh-CN' }
    const response = await fetch(api.address(path), { credentials: 'same-origin', headers })
    if (!response.ok) throw new Refused(asProblem(await response.json(), response.status))
    return { file: await response.blob(), name: nameIn(response.headers.get('content-disposition') ?? '') }
  } catch (fault) {
    if (fault instanceof Refused) throw fault
    throw new Unreachable(fault)
  }
}

/** The name a `Content-Disposition` gives a file: the one in UTF-8 before the plain one. */
export function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  if (encoded !== undefined) return decodeURIComponent(encoded)
  return /filename="?([^";]+)/i.exec(disposition)?.[1] ?? 'file.xlsx'
}

/** Safe because every refusal of the server is a problem of this shape. */
function asProblem(body: unknown, status: number): Problem {
  return { ...(body as Problem), status }
}
