import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { BoundaryIndex } from '@gongqiao/modules/insight/index.ts'
import type { FastifyInstance } from 'fastify'

const brotli = promisify(brotliCompress)
const pack = promisify(gzip)

type Served = { readonly etag: string; readonly plain: Buffer; readonly br: Buffer; readonly gzip: Buffer }

/**
 * Serves the maps of one folder beside the console: public, as geography is, packed once and kept.
 *
 * A browser asks each time whether its copy still stands, so that an approved base that takes the sketch's place shows
 * at once. Only files that the index names are there; everything else is no address.
 */
export function serveBoundaries(server: FastifyInstance, folder: string, index: BoundaryIndex): void {
  const names = new Set(['index', ...index.maps].map((name) => `${name}.geo.json`))
  const kept = new Map<string, Promise<Served>>()
  const servedOf = (name: string) => {
    const served = kept.get(name) ?? packed(join(folder, name))
    kept.set(name, served)
    return served
  }
  server.get('/console/boundaries/:name', async (request, reply) => {
    const name = nameIn(request.params)
    if (!names.has(name)) throw new Refusal('kernel.no_such_address')
    const { etag, plain, br, gzip } = await servedOf(name)
    reply.headers({ etag, 'cache-control': 'no-cache', vary: 'accept-encoding' })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    reply.type('application/json; charset=utf-8')
    const accepted = String(request.headers['accept-encoding'] ?? '')
    if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(br)
    if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(gzip)
    return reply.send(plain)
  })
}

async function packed(file: string): Promise<Served> {
  const plain = await readFile(file)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT }
  return {
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    br: await brotli(plain, { params }),
    gzip: await pack(plain, { level: 9 }),
  }
}

function nameIn(params: unknown): string {
  return typeof params === 'object' && params !== null && 'name' in params ? String(params.name) : ''
}
