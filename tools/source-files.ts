import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a checkout by their path from its root, '/' between folders; what `.gitignore` names is left out. */
export function listFiles(root: string): string[] {
  const ignored = readIgnored(root)
  const files: string[] = []
  const enter = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.name === '.git' || ignored(path, entry.name)) continue
      if (entry.isDirectory()) enter(path)
      else if (entry.isFile()) files.push(path)
    }
  }
  enter('')
  return files.sort()
}

/** Reads those files of a checkout that a pattern picks, by their path. */
export function readSources(root: string, pattern: RegExp): Map<string, string> {
  const picked = listFiles(root).filter((path) => pattern.test(path))
  return new Map(picked.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

/** Reads the plain forms of `.gitignore`: `name/`, `/place/` and `*.ending`. */
function readIgnored(root: string): (path: string, name: string) => boolean {
  const file = join(root, '.gitignore')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const tests = lines
    .map((line) => line.trim().replace(/\/$/, ''))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => (path: string, name: string) => {
      if (line.startsWith('*')) return name.endsWith(line.slice(1))
      return line.includes('/') ? `/${path}` === `/${line.replace(/^\//, '')}` : name === line
    })
  return (path, name) => tests.some((test) => test(path, name))
}
