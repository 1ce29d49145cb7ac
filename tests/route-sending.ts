import { once } from 'node:events'
import { get as httpGet, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Asked, Sent } from './route-row.ts'

/** One operation of an OpenAPI document, with its address. */
export type Case = {
  readonly route: string
  readonly method: string
  readonly path: string
  readonly operation: {
    readonly 'x-actors': readonly string[]
    readonly parameters: readonly { readonly in?: string; readonly name?: string }[]
    readonly responses: { readonly [status: string]: { readonly content?: { readonly [type: string]: unknown } } }
  }
}
type Item = { readonly [method: string]: Case['operation'] }

/** Every operation of a document, by method and path. */
export function casesOf(document: { readonly paths: { readonly [path: string]: Item } }): Case[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path}`,
      method,
      path,
      operation,
    })),
  )
}

/** An answer with what was asked. */
export type Seen = Sent & { readonly headers: string; readonly request: string }
type Headers = { readonly [name: string]: string }

/** Sends requests to a server: plain ones by injection, streams over a line of their own, which is cut after the first event. */
export function makeSender(server: FastifyInstance) {
  return async ({ method, path, operation }: Case, asked: Asked, headers: Headers): Promise<Seen> => {
    const values = asked.values ?? {}
    const names = operation.parameters.flatMap((one) => (one.in === 'query' && one.name ? [one.name] : []))
    const query = new URLSearchParams(names.flatMap((name) => (name in values ? [[name, String(values[name])]] : [])))
    for (const [name, value] of Object.entries(asked.query ?? {})) query.set(name, value)
    const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(values[name])))
    const url = `/api${filled}${query.size > 0 ? `?${query}` : ''}`
    const isForm = asked.body !== undefined && !Buffer.isBuffer(asked.body)
    const payload = Buffer.isBuffer(asked.body) ? asked.body : isForm ? JSON.stringify(asked.body) : undefined
    const all = { ...(isForm && { 'content-type': 'application/json' }), ...asked.headers, ...headers }
    const request = `${url} ${typeof payload === 'string' ? payload : ''}`
    if (operation.responses['200']?.content?.['text/event-stream'])
      return { ...(await firstEvent(portOf(server.server.address()), url, all)), request }
    const answer = await server.inject({
      method: method === 'get' ? 'GET' : 'POST',
      url,
      headers: all,
      ...(payload !== undefined && { payload }),
    })
    return { status: answer.statusCode, body: answer.payload, headers: toldBy(answer.headers), request }
  }
}

/** The first event of a stream, or the whole refusal. */
async function firstEvent(port: number, url: string, headers: Headers): Promise<Sent & { headers: string }> {
  const request = httpGet({ port, host: '127.0.0.1', path: url, headers })
  const [answer]: IncomingMessage[] = await once(request, 'response')
  if (!answer) throw new Error('a response comes')
  const [first] = await once(answer, 'data')
  request.destroy()
  return { status: answer.statusCode ?? 0, body: String(first), headers: toldBy(answer.headers) }
}

/** Headers without those that move with every request or belong to the line: they tell nothing of what was asked about. */
function toldBy(headers: object): string {
  const moves = /^(date|connection|keep-alive|x-request-id|ratelimit-.*)$/
  return JSON.stringify(Object.fromEntries(Object.entries(headers).filter(([name]) => !moves.test(name))))
}

/** An answer without the ids that its own request named. */
export function withoutIds({ status, headers, body, request }: Seen): string {
  const ids = request.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []
  return ids.reduce((text, id) => text.replaceAll(id, '#'), `${status} ${headers} ${body}`)
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server listens on a port')
  return address.port
}
