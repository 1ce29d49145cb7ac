import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

type Chunks = Readonly<Record<string, Rolldown.OutputAsset | Rolldown.OutputChunk>>

/** What draws the card before the app is there; `early.js` starts it. */
const firstCard = fileURLToPath(import.meta.resolve('./src/card/first-card.ts'))
/** What the home of somebody signed in needs beyond the app's first script. */
const home = '/src/home/my-home.tsx'

/**
 * Files that belong together on the way to a first screen: a slow network carries few files sooner than many. What the
 * card needs before the app is there must not drag the app's own script along, nor the other way round.
 */
export const firstLoadGroups: { name: string; test: RegExp }[] = [
  {
    name: 'base',
    test: /rolldown\/runtime|@oxc-project\+runtime|@oxc-project\/runtime|kernel\/shared\/texts\.ts|ui\/(format\.ts|texts\/)|member\/src\/(api\/clock\.ts|settings\/storage\.ts|home\/texts\/)/,
  },
  {
    name: 'card',
    test: /node_modules\/(@noble\/hashes|qrcode|dijkstrajs)\/|kernel\/shared\/minute-code\.ts|member\/src\/card\/(minute|qr|ring|texts\/\w+)\.ts/,
  },
  {
    name: 'libraries',
    test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack)\//,
  },
  {
    name: 'frame',
    test: /member\/src\/(shell|api|offline|settings)\/|member\/src\/worker\/(new-version|leave-old-version)|member\/src\/kit\/(button|icon|loaded|note|trouble|use-now|use-online|texts\/)|member\/src\/(join\/texts|(asks|union-asks)\/entry)|ui\/mark\.tsx|packages\/codes\/short-code/,
  },
  {
    name: 'home',
    test: /member\/src\/(home\/(my-home|waiting-for-me)|card\/(card-face|live-code)|kit\/empty|matters\/(kinds|matter-row|standing|texts\/)|outbox\/|(claim|elections|transfer)\/queries|elections\/entry)/,
  },
]

/** Names in the page, for `early.js`, the scripts of the first card and of home, so that they need not wait for the first one. */
export function nameHomeScripts(): Plugin {
  return {
    name: 'name-home-scripts',
    buildStart() {
      if (this.meta.watchMode) return
      this.emitFile({ type: 'chunk', id: firstCard, name: 'first-card' })
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const card = scriptsOf(bundle ?? {}, firstCard)
        const rest = scriptsOf(bundle ?? {}, home).filter((file) => !card.includes(file))
        return html
          .replace('data-card=""', `data-card="${card.join(' ')}"`)
          .replace('data-home=""', `data-home="${rest.join(' ')}"`)
      },
    },
  }
}

/** The file of a module and those it imports, without what the page fetches by itself. */
function scriptsOf(bundle: Chunks, module: string): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const holding = (name: string) =>
    chunks
      .filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(name)))
      .flatMap(({ fileName }) => withImports(bundle, fileName))
  const page = holding('/src/main.tsx')
  return [...new Set(holding(module))].filter((file) => !page.includes(file)).map((file) => `/${file}`)
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
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: () => {
        for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
          if (!entry.isFile() || !/\.(?:js|css|html|svg|webmanifest|wasm)$/.test(entry.name)) continue
          const file = join(entry.parentPath, entry.name)
          const bytes = readFileSync(file)
          writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
          writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
        }
      },
    },
  }
}
