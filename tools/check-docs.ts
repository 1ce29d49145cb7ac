import { posix } from 'node:path'
import type { Fault } from './faults.ts'
import { readAnchors, readLinks } from './markdown.ts'
import { citedRules } from './rule-ids.ts'

const regulations = 'docs/regulations.md'

/**
 * Tells links and anchors that lead nowhere, modules without their page, and cited rules that nobody can look up.
 *
 * @param sources the text of each file by its path from the root
 * @param files every path of the checkout
 */
export function checkDocs(sources: ReadonlyMap<string, string>, files: readonly string[]): Fault[] {
  const pages = new Map([...sources].filter(([path]) => path.endsWith('.md')))
  return [...checkLinks(pages, files), ...checkModulePages(files), ...checkRules(sources)]
}

function checkLinks(pages: ReadonlyMap<string, string>, files: readonly string[]): Fault[] {
  const known = new Set(files.flatMap((path) => [path, ...foldersOf(path)]))
  const anchors = new Map([...pages].map(([path, text]) => [path, readAnchors(text)]))
  const faults: Fault[] = []
  for (const [page, text] of pages) {
    for (const { target, line } of readLinks(text)) {
      if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) continue
      const [path = '', anchor] = decodeURIComponent(target).split('#')
      const file =
        path === '' ? page : posix.join(path.startsWith('/') ? '.' : posix.dirname(page), path).replace(/\/$/, '')
      const place = `${page}:${line}`
      if (file !== '.' && !known.has(file)) faults.push({ rule: 'link', place, message: `nothing stands at ${target}` })
      else if (anchor && anchors.get(file)?.has(anchor) === false)
        faults.push({ rule: 'anchor', place, message: `${file} has no heading for #${anchor}` })
    }
  }
  return faults
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

function checkModulePages(files: readonly string[]): Fault[] {
  const modules = new Set(files.flatMap((path) => /^modules\/([^/]+)\/./.exec(path)?.[1] ?? []))
  return [...modules]
    .map((module) => `modules/${module}/README.md`)
    .filter((page) => !files.includes(page))
    .map((place) => ({ rule: 'module_page', place, message: 'a module says on one page what it is for' }))
}

function checkRules(sources: ReadonlyMap<string, string>): Fault[] {
  const known = readAnchors(sources.get(regulations) ?? '')
  return [...citedRules(sources)]
    .filter(([id]) => !known.has(id.toLowerCase()))
    .map(([id, place]) => ({ rule: 'unknown_rule', place, message: `${id} is not explained in ${regulations}` }))
}
