import type { Readable } from 'node:stream'
import type { TSchema } from 'typebox'
import type { Actor, ActorKind } from '../command/actor.ts'
import type { Command } from '../command/command.ts'
import type { Query } from '../command/query.ts'
import type { Services } from '../services.ts'

/** Bytes with a media type, for images and files; long files come as a stream. */
export type Bytes = { readonly mediaType: string; readonly bytes: Buffer | Readable; readonly fileName?: string }

/** A stream of server-sent events: asks its query at the start and whenever `hub` says that its subject changed. */
export type Live = {
  readonly event: string
  /** Names what the stream waits for, from the query's input. */
  readonly topic: (input: { readonly [name: string]: unknown }) => string
}

/** One line of a route table: method and path, the act behind it, and what it is in words. */
export type Route = {
  readonly method: 'GET' | 'POST'
  /** Below `/api`; `:name` takes the act's input of that name. */
  readonly path: string
  readonly act: Command | Query
  readonly summary: string
  readonly status: number
  /** The answer is bytes of one of these media types. */
  readonly asBytes: readonly string[] | undefined
  readonly live: Live | undefined
  /** The body is bytes of these media types; they come as the input `bytes` and `mediaType`. */
  readonly bodyBytes: readonly string[] | undefined
  /** How many bytes such a body has at most; without it 5 MB. */
  readonly bodyAtMost: number | undefined
}

type More = Partial<Pick<Route, 'status' | 'asBytes' | 'live' | 'bodyBytes' | 'bodyAtMost'>>

/** Reads: a query under a GET. */
export function get<I extends TSchema, O extends TSchema, K extends ActorKind>(
  path: string,
  act: Query<I, O, K>,
  summary: string,
  more: More = {},
): Route {
  return {
    method: 'GET',
    path,
    act: anyAct(act),
    summary,
    status: 200,
    asBytes: undefined,
    live: undefined,
    bodyBytes: undefined,
    bodyAtMost: undefined,
    ...more,
  }
}

/** Reads what must not stand in an address, such as a number that is looked for: a query under a POST, asked in its body. */
export function lookUp<I extends TSchema, O extends TSchema, K extends ActorKind>(
  path: string,
  act: Query<I, O, K>,
  summary: string,
  more: More = {},
): Route {
  return { ...get(path, act, summary, more), method: 'POST' }
}

/** Acts: a command under a POST. */
export function post<I extends TSchema, O extends TSchema, K extends ActorKind>(
  path: string,
  act: Command<I, O, K>,
  summary: string,
  more: More = {},
): Route {
  return {
    method: 'POST',
    path,
    act: anyAct(act),
    summary,
    status: 200,
    asBytes: undefined,
    live: undefined,
    bodyBytes: undefined,
    bodyAtMost: undefined,
    ...more,
  }
}

/** Safe because whatever performs or asks it validates the input against the act's own shape first. */
function anyAct(act: unknown): Command & Query {
  return act as Command & Query
}

/** Finds out who asks, for an act that these kinds of actor may take. Never throws for a stranger: that is `anyone`. */
export type Authenticate = (request: AskedRequest, by: readonly ActorKind[], services: Services) => Promise<Actor>

/** What of a request tells who asks. */
export type AskedRequest = {
  readonly cookies: { readonly [name: string]: string | undefined }
  readonly headers: { readonly [name: string]: string | string[] | undefined }
  /** The post an officer acts as, from the header `X-Post` or, for streams and images, from `?post=`. */
  readonly post: string | undefined
  readonly address: string
}
