import { readFile } from 'node:fs/promises'

/** The version of the product, from its manifest. */
export async function productVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest))
    throw new Error('the manifest has no version')
  return String(manifest.version)
}
