import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { FastifyInstance } from 'fastify'

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const types = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
} as const

const securityPolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join('; ')

const page = (name: string) => `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name} API</title>
<link rel="icon" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<main id="docs"></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`

const start = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  filter: true,
  validatorUrl: null,
  tryItOutEnabled: false,
  requestInterceptor: (request) => {
    if (request.method === 'POST') request.headers['x-gongqiao'] = '1'
    return request
  },
})
`

/** Serves the interface's document to read and try at `/api/docs`: files of this machine only, nothing from elsewhere. */
export function serveApiDocs(server: FastifyInstance, brand: string): void {
  const name = brand.replace(/[<>&]/g, '')
  server.get('/api/docs', async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', securityPolicy)
      .send(page(name)),
  )
  server.get('/api/docs/start.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(start),
  )
  server.get<{ Params: { file: string } }>('/api/docs/:file', async (request, reply) => {
    const { file } = request.params
    if (!Object.hasOwn(types, file)) throw new Refusal('kernel.no_such_address')
    const path = join(folder, file)
    return reply
      .type(types[asKnown(file)])
      .header('content-length', (await stat(path)).size)
      .header('cache-control', 'public, max-age=3600')
      .send(createReadStream(path))
  })
}

/** Safe because the table has just been asked for it. */
function asKnown(file: string): keyof typeof types {
  return file as keyof typeof types
}
