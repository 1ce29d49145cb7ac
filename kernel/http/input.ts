import type { FastifyRequest } from 'fastify'
import type { TObject, TSchema } from 'typebox'
import { Refusal } from '../refusal.ts'
import { withNumbers } from '../texts-as-numbers.ts'
import type { Route } from './route.ts'

/** The names of a path's parameters. */
export function pathNames(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
}

/** The properties of an act's input. Throws when the input is no object shape. */
export function propertiesOf(shape: TSchema): { readonly [name: string]: TSchema } {
  if (!isObjectShape(shape)) throw new Error('the input of an act behind a route is an object')
  return shape.properties
}

/** Safe because an object shape is what has `properties`. */
function isObjectShape(shape: TSchema): shape is TObject {
  return 'properties' in shape
}

/** Makes a route's reader: path, query string and body become the act's one input, with texts turned into numbers where the shape wants them. */
export function inputReader(route: Route): (request: FastifyRequest) => unknown {
  const properties = propertiesOf(route.act.input)
  const inPath = pathNames(route.path)
  for (const name of inPath)
    if (!(name in properties)) throw new Error(`${route.path}: ${route.act.act} takes no ${name}`)
  return (request) => {
    const params = asRecord(request.params)
    const { post: _post, ...asked } = asRecord(request.query)
    if (route.bodyBytes) {
      return {
        ...withNumbers(properties, { ...asked, ...params }),
        bytes: request.body,
        mediaType: request.headers['content-type'],
      }
    }
    const body = request.body
    if (
      body !== undefined &&
      body !== null &&
      (typeof body !== 'object' || Array.isArray(body) || Buffer.isBuffer(body))
    ) {
      throw new Refusal('kernel.malformed_body')
    }
    const inAddress = route.method === 'GET' ? { ...asked, ...params } : params
    return { ...asRecord(body ?? {}), ...withNumbers(properties, inAddress) }
  }
}

/** Safe because params, query strings and checked bodies are objects with text keys. */
function asRecord(value: unknown): Record<string, unknown> {
  return value as Record<string, unknown>
}
