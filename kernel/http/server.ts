import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import fastifyCookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { ask } from '../command/ask.ts'
import type { Cookie } from '../command/command.ts'
import { perform } from '../command/perform.ts'
import { serverIsAway } from '../database/failures.ts'
import { sheetTypes } from '../imports/contract.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { isId } from '../shared/ids.ts'
import type { Problem } from '../shared/problem.ts'
import { answerShape } from './answer-shape.ts'
import { readBodies } from './body.ts'
import { closeInOrder } from './close-in-order.ts'
import { inputReader } from './input.ts'
import { type Hub, streamEvents } from './live.ts'
import { languageOf, problemOf, type Words } from './problem.ts'
import { openRateLimit, type RateLimit, type RequestLimits } from './rate-limit.ts'
import type { AskedRequest, Authenticate, Bytes, Route } from './route.ts'

const bodyBytes = 256 * 1024
const fileBytes = 5 * 1024 * 1024
export const fileTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const
const allFileTypes = [...fileTypes, ...sheetTypes]

export type ServerParts = {
  readonly services: Services
  readonly routes: readonly Route[]
  readonly authenticate: Authenticate
  readonly words: Words
  readonly hub: Hub
  /** Cookies go over TLS only. */
  readonly secureCookies: boolean
  readonly limits: RequestLimits
}

/** What browsers are told with every answer: guess nothing, tell no other site, stand in no frame, ask for no device but these. */
const guards = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(self), payment=(), usb=()',
}

/** What an answer and its line in the log have in common: ten characters that can be read out on the phone. */
const requestMark = () => randomBytes(5).toString('hex')

/** Builds the HTTP server over a route table: no route exists that stands in no table. */
export function buildServer(parts: ServerParts): FastifyInstance {
  const server = Fastify({
    logger: false,
    bodyLimit: bodyBytes,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 600, ignoreTrailingSlash: true },
    requestTimeout: 60_000,
    genReqId: requestMark,
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => void answerError(parts, error, request, reply),
  })
  const streamed = closeInOrder(server)
  server.register(fastifyCookie)
  server.setValidatorCompiler(() => () => true)
  readBodies(server, allFileTypes, fileBytes)
  server.addHook('onRequest', async (request) => refuseOtherSites(request))
  server.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.headers(parts.secureCookies ? { ...guards, 'strict-transport-security': 'max-age=31536000' } : guards)
  })
  server.setErrorHandler((error, request, reply) => answerError(parts, error, request, reply))
  server.setNotFoundHandler((request, reply) =>
    answerError(parts, new Refusal('kernel.no_such_address'), request, reply),
  )
  server.register(
    async (api) => {
      const limit = await openRateLimit(api, parts.limits)
      api.addHook('onRequest', limit.address)
      for (const route of parts.routes) addRoute(api, route, parts, streamed, limit)
      // Whoever asks the API for what it does not have is told so, and not shown a page.
      api.all('/*', async () => {
        throw new Refusal('kernel.no_such_address')
      })
    },
    { prefix: '/api' },
  )
  return server
}

function addRoute(
  api: FastifyInstance,
  route: Route,
  parts: ServerParts,
  streamed: (stream: ServerResponse) => void,
  limit: RateLimit,
): void {
  const { services } = parts
  const read = inputReader(route)
  api.route({
    method: route.method,
    url: route.path,
    exposeHeadRoute: !route.live,
    ...(route.bodyAtMost !== undefined && { bodyLimit: route.bodyAtMost }),
    schema: route.asBytes || route.live ? {} : { response: { [route.status]: answerShape(route.act.output) } },
    async handler(request, reply) {
      const actor = await parts.authenticate(askedOf(request), route.act.by, services)
      await limit.actor(request, reply, actor)
      const input = read(request)
      if (route.act.kind === 'command') {
        const done = await perform(services, actor, route.act, input, keyOf(request))
        if (done.cookie) setCookie(reply, done.cookie, parts.secureCookies)
        return reply.code(route.status).send(done.answer)
      }
      const query = route.act
      if (route.live) {
        await ask(services, actor, query, input)
        const again = async () => {
          const current = await parts.authenticate(askedOf(request), query.by, services)
          return ask(services, current, query, input)
        }
        const { event, topic } = route.live
        streamed(reply.raw)
        return streamEvents(reply, parts.hub, topic(asInput(input)), event, again, (error) => {
          if (!(error instanceof Refusal) && !serverIsAway(error)) services.logMistake(error, { act: query.act })
        })
      }
      const answer = await ask(services, actor, query, input)
      if (!route.asBytes) return reply.header('cache-control', 'no-store').send(answer)
      const { mediaType, bytes, fileName } = asBytes(answer)
      if (fileName) reply.header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`)
      return reply.header('content-type', mediaType).header('cache-control', 'private, no-store').send(bytes)
    },
  })
}

/** What of a request tells who asks. */
function askedOf(request: FastifyRequest): AskedRequest {
  return { cookies: request.cookies, headers: request.headers, post: postOf(request), address: request.ip }
}

/** Requests that change something come from our own pages or from no page at all. */
async function refuseOtherSites(request: FastifyRequest): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const sameHost = origin === undefined || origin === 'null' || hostOf(origin) === request.host
  if (!sameHost || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    throw new Refusal('kernel.other_site')
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

function postOf(request: FastifyRequest): string | undefined {
  const header = request.headers['x-post']
  const asked = request.query
  const inAddress = typeof asked === 'object' && asked !== null && 'post' in asked ? asked.post : undefined
  const post = typeof header === 'string' ? header : inAddress
  return typeof post === 'string' && isId(post) ? post : undefined
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !isId(key.toLowerCase())) {
    throw new Refusal('kernel.invalid_input', { faults: [{ field: '/Idempotency-Key', code: 'kernel.field_form' }] })
  }
  return key.toLowerCase()
}

function setCookie(reply: FastifyReply, cookie: Cookie, secure: boolean): void {
  reply.setCookie(cookie.name, cookie.value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: cookie.maxAgeSeconds,
  })
}

function answerError(parts: ServerParts, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request.headers['accept-language'])
  const refusal = asRefusal(error, request.routeOptions.bodyLimit ?? 0, request.headers['content-type'] ?? '')
  if (refusal) {
    const problem = marked(problemOf(refusal, language, parts.words), request)
    return reply
      .code(problem.status)
      .type('application/problem+json')
      .header('content-language', language)
      .send(JSON.stringify(problem))
  }
  const route = request.routeOptions.url ?? 'none'
  parts.services.logMistake(error, { request: request.id, method: request.method, route })
  const mistake = marked(problemOf(new Refusal('kernel.mistake'), language, parts.words), request)
  return reply.code(500).type('application/problem+json').send(JSON.stringify(mistake))
}

/** Of what is no person's doing the operator is asked: they find it by its mark. */
function marked(problem: Problem, request: FastifyRequest): Problem {
  return problem.status >= 500 ? { ...problem, request: request.id } : problem
}

/** What a person is told of an error that is no mistake of ours. */
function asRefusal(error: unknown, bodyLimit: number, contentType: string): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (serverIsAway(error)) return new Refusal('kernel.busy', { cause: error })
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const isForm = contentType.startsWith('application/json')
    if (isForm || bodyLimit <= fileBytes) return new Refusal('kernel.body_too_large', { cause: error })
    return new Refusal('sheet.too_large', { cause: error, variables: { limit: Math.floor(bodyLimit / 1_048_576) } })
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Refusal('kernel.media_type', { cause: error })
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new Refusal('kernel.malformed_body', { cause: error })
  return undefined
}

/** Safe because a route marked `asBytes` has an act whose output is bytes. */
function asBytes(answer: unknown): Bytes {
  return answer as Bytes
}

/** Safe because the query has just validated this input against its object shape. */
function asInput(input: unknown): { readonly [name: string]: unknown } {
  return input as { readonly [name: string]: unknown }
}
