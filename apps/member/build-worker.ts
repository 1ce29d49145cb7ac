import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { build, type Plugin } from 'vite'

/** Fetched only when somebody scans, and too large to be taken along by everybody. */
const leftOut = /\.(wasm|gz|br|map)$|decode|files\.json$|sw\.js$|icon-512/

/**
 * Builds the service worker after the app, as one plain script: older browsers know no modules there. It is told every
 * file of this version, and a name made of their contents.
 */
export function buildWorker(target: string[]): Plugin {
  let root = ''
  let folder = ''
  return {
    name: 'build-worker',
    apply: 'build',
    configResolved: (config) => {
      root = config.root
      folder = resolve(config.root, config.build.outDir)
    },
    closeBundle: {
      order: 'pre',
      sequential: true,
      async handler() {
        const files = filesIn(folder).filter((file) => !leftOut.test(file))
        const contents = createHash('sha256')
        for (const file of files) contents.update(file).update(readFileSync(join(folder, file)))
        const paths = files.map((file) => (file === 'index.html' ? '/' : `/${file}`))
        await build({
          configFile: false,
          root,
          logLevel: 'warn',
          define: {
            __FILES__: JSON.stringify(paths),
            __VERSION__: JSON.stringify(contents.digest('hex').slice(0, 12)),
          },
          build: {
            target,
            outDir: folder,
            emptyOutDir: false,
            copyPublicDir: false,
            lib: {
              entry: join(root, 'src/worker/service-worker.ts'),
              formats: ['iife'],
              name: 'gongqiaoWorker',
              fileName: () => 'sw.js',
            },
          },
        })
      },
    },
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}
