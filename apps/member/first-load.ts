import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

type Chunks = Readonly<Record<string, Rolldown.OutputAsset | Rolldown.OutputChunk>>

/** What the home of somebody signed in needs beyond the app's first script. */
const homeModules = ['/src/home/my-home.tsx', '/src/card/minute.ts', '/src/card/qr.ts']

/** Names in the page, for `early.js`, the scripts that home will need, so that they need not wait for the first one. */
export function nameHomeScripts(): Plugin {
  return {
    name: 'name-home-scripts',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => html.replace('data-home=""', `data-home="${homeScripts(bundle ?? {}).join(' ')}"`),
    },
  }
}

/** Files of the home modules and of what they import, without what the entry brings along. */
function homeScripts(bundle: Chunks): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const entry = chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName }) => withImports(bundle, fileName))
  const home = chunks
    .filter(({ facadeModuleId }) => homeModules.some((module) => facadeModuleId?.endsWith(module)))
    .flatMap(({ fileName }) => withImports(bundle, fileName))
  return [...new Set(home)].filter((file) => !entry.includes(file)).map((file) => `/${file}`)
}

function withImports(bundle: Chunks, file: string, seen: string[] = []): string[] {
  const chunk = bundle[file]
  if (chunk?.type !== 'chunk' || seen.includes(file)) return seen
  seen.push(file)
  for (const next of chunk.imports) withImports(bundle, next, seen)
  return seen
}

/** Lays a brotli and a gzip copy beside every text file, so that the server compresses nothing while it answers. */
export function precompress(): Plugin {
  let folder = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir)
    },
    closeBundle: () => {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(?:js|css|html|svg|webmanifest)$/.test(entry.name)) continue
        const file = join(entry.parentPath, entry.name)
        const bytes = readFileSync(file)
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}
