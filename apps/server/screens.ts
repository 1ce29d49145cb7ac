import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { FastifyInstance } from 'fastify'

/** Where the two built faces stand. */
export type Screens = { readonly member: string; readonly console: string }

const apps = join(import.meta.dirname, '..')
export const builtScreens: Screens = { member: join(apps, 'member', 'dist'), console: join(apps, 'console', 'dist') }

const securityPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Serves the two faces: files as they are, every other address of a face its page. Hashed files are kept for a year. */
export function serveScreens(server: FastifyInstance, screens: Screens): void {
  for (const [prefix, root] of [
    ['/console/', screens.console],
    ['/', screens.member],
  ] as const) {
    if (!existsSync(root)) continue
    server.register(fastifyStatic, {
      root,
      prefix,
      index: false,
      wildcard: false,
      preCompressed: true,
      decorateReply: false,
      setHeaders(reply, path) {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
    const page = async () => readFile(join(root, 'index.html'))
    const paths = prefix === '/' ? ['/', '/*'] : ['/console', '/console/*']
    for (const path of paths) {
      server.get(path, async (request, reply) => {
        // A page answers any address of its face, but not for a file that is gone or an interface that never was.
        if (/^\/(console\/)?(api|assets)\//.test(request.url)) throw new Refusal('kernel.no_such_address')
        return reply
          .type('text/html; charset=utf-8')
          .header('cache-control', 'no-cache')
          .header('content-security-policy', securityPolicy)
          .send(await page())
      })
    }
  }
}
