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
      done(null, withoutPrototype(JSON.parse(decoder.decode(Buffer.from(body)))))
    } catch (cause) {
      done(new Refusal('kernel.malformed_body', { cause }))
    }
  })
  server.addContentTypeParser([...fileTypes], { parseAs: 'buffer', bodyLimit: fileBytes }, (_request, body, done) => {
    done(null, Buffer.from(body))
  })
}

/** Refuses an object that would reach into prototypes. */
function withoutPrototype(value: unknown): unknown {
  const suspicious = (item: unknown): boolean =>
    item !== null &&
    typeof item === 'object' &&
    (Object.hasOwn(item, '__proto__') || Object.hasOwn(item, 'constructor') || Object.values(item).some(suspicious))
  if (suspicious(value)) throw new Refusal('kernel.malformed_body')
  return value
}
