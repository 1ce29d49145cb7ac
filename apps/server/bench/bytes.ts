import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Figure, figureOf } from './figures.ts'

/** What opens beside the entry on each of the two first screens, by the names of the built files. */
const lazilyLoaded: { readonly [address: string]: readonly string[] } = {
  '/': ['first-card', 'home'],
  '/j/:code': ['form-screen'],
}

/** Gzip bytes of everything the member app's first screen needs: the page, what it links, and what that imports; the larger of the two first screens. */
export async function measureBytes(dist: string): Promise<Figure> {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('the member app is not built: run npm run build first')
  const page = await readFile(join(dist, 'index.html'), 'utf8')
  const names = await readdir(join(dist, 'assets'))
  const sizes: number[] = []
  for (const lazy of Object.values(lazilyLoaded)) {
    const files = new Set(['index.html'])
    for (const link of linksOf(page)) await addWithImports(dist, link, files)
    for (const stem of lazy) await addWithImports(dist, `assets/${chunkOf(names, stem)}`, files)
    const bytes = await Promise.all([...files].map(async (file) => gzipSync(await readFile(join(dist, file))).length))
    sizes.push(bytes.reduce((sum, size) => sum + size, 0) / 1000)
  }
  return figureOf({
    name: 'member.bytes',
    unit: 'KB (gzip)',
    better: 'less',
    rounds: [Math.max(...sizes)],
    bar: { atMost: 200 },
  })
}

/** The files a page loads by itself: scripts, preloads, style sheets, icons and manifest of this origin. */
export function linksOf(page: string): string[] {
  return [...page.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/([^"]+)"/g)].map((match) => match[1] ?? '')
}

/** The chunks a chunk imports before it runs; what it imports later, when asked, is not among them. */
export function importsOf(script: string): string[] {
  return [
    ...script.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{}\s,]*?from\s*)?["'`]\.\/([\w.-]+\.js)["'`]/g),
  ].map((match) => match[1] ?? '')
}

function chunkOf(names: readonly string[], stem: string): string {
  const found = names.find((name) => name.startsWith(`${stem}-`) && name.endsWith('.js'))
  if (!found) throw new Error(`the member app has no part named ${stem}`)
  return found
}

async function addWithImports(dist: string, file: string, files: Set<string>): Promise<void> {
  if (files.has(file)) return
  files.add(file)
  if (!file.endsWith('.js')) return
  for (const name of importsOf(await readFile(join(dist, file), 'utf8')))
    await addWithImports(dist, `assets/${name}`, files)
}
