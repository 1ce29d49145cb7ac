import { useEffect, useState } from 'react'

/** Where the files of an ask are fetched from: by the session, or by the query code. */
export type FileSource =
  | { readonly by: 'session'; readonly path: string }
  | { readonly by: 'code'; readonly code: string }

/** The address of a file for the page; one that is opened by a code is fetched first, since a code stands in no address. */
export function useFileAddress(file: string, source: FileSource): string | undefined {
  const [address, setAddress] = useState<string>()
  const code = source.by === 'code' ? source.code : undefined
  useEffect(() => {
    if (code === undefined) return undefined
    let made: string | undefined
    let gone = false
    void fetch('/api/asks/by-code/files', {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json', 'X-Gongqiao': '1' },
      body: JSON.stringify({ code, file }),
    })
      .then(async (response) => {
        if (!response.ok || gone) return
        made = URL.createObjectURL(await response.blob())
        setAddress(made)
      })
      .catch(() => undefined)
    return () => {
      gone = true
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [code, file])
  return source.by === 'session' ? `${source.path}/files/${file}` : address
}
