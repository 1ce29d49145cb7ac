import type { FastifyInstance } from 'fastify'
import { Refusal } from '../refusal.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Reads bodies: JSON in UTF-8 and nothing else, or the bytes of a file. Whatever is malformed is refused in words. */
export function readBodies(server: FastifyInstance, fileTypes: readonly string[], fileBytes: number): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const charset = /charset=["']?([\w-]+)/i.exec(request.headers['content-type'] ?? '')?.[1]
    if (charset && !/^utf-?8$/i.test(charset)) return done(new Refusal('kernel.media_type'))
    if (body.length === 0) return done(null, {})
    try {
      done(null, withoutTricks(JSON.parse(decoder.decode(Buffer.from(body)))))
    } catch (cause) {
      done(new Refusal('kernel.malformed_body', { cause }))
    }
  })
  server.addContentTypeParser([...fileTypes], { parseAs: 'buffer', bodyLimit: fileBytes }, (_request, body, done) => {
    done(null, Buffer.from(body))
  })
}

const deepest = 20

/** Refuses an object that would reach into prototypes, and one that is deeper than any form of ours. */
function withoutTricks(value: unknown): unknown {
  let level: readonly unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    const objects = level.filter((item) => item !== null && typeof item === 'object')
    const reaches = objects.some((item) => Object.hasOwn(item, '__proto__') || Object.hasOwn(item, 'constructor'))
    if (reaches || depth > deepest) throw new Refusal('kernel.malformed_body')
    level = objects.flatMap((item) => Object.values(item))
  }
  return value
}
