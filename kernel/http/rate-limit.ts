import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../command/actor.ts'
import { Refusal } from '../refusal.ts'

/** How many requests a minute, in one process. */
export type RequestLimits = {
  /** From one network address: a factory's workers may share one. */
  readonly address: number
  /** Of one account. */
  readonly account: number
  /** Of one program, by its token. */
  readonly program: number
}

const windowMs = 60_000
const keysKept = 100_000

/** Refuses `kernel.too_many_requests`; says in the answer's headers what is left. */
export type RateLimit = {
  /** Before anything is known of who asks. */
  address(request: FastifyRequest, reply: FastifyReply): Promise<void>
  /** When it is known who asks. Nobody signed in has the address's limit only. */
  actor(request: FastifyRequest, reply: FastifyReply, actor: Actor): Promise<void>
}

/**
 * Limits requests by address and by account, each over a minute, with the headers `ratelimit-limit`, `-remaining`,
 * `-reset` (seconds) of the narrower one, and `retry-after` with a refusal. Counts in this process only.
 */
export async function openRateLimit(api: FastifyInstance, limits: RequestLimits): Promise<RateLimit> {
  await api.register(rateLimit, { global: false, cache: keysKept })
  const keys = new WeakMap<FastifyRequest, string>()
  const limiter = (max: number, keyGenerator: (request: FastifyRequest) => string) => {
    const check = api.createRateLimit({ max, timeWindow: windowMs, keyGenerator })
    return async (request: FastifyRequest, reply: FastifyReply) => {
      const seen = await check(request)
      if (seen.isAllowed) return
      reply.header('ratelimit-limit', seen.max)
      reply.header('ratelimit-remaining', seen.remaining)
      reply.header('ratelimit-reset', seen.ttlInSeconds)
      if (!seen.isExceeded) return
      reply.header('retry-after', seen.ttlInSeconds)
      throw new Refusal('kernel.too_many_requests', { variables: { minutes: 1 } })
    }
  }
  const keyOf = (request: FastifyRequest) => keys.get(request) ?? request.ip
  const ofAddress = limiter(limits.address, (request) => request.ip)
  const ofAccount = limiter(limits.account, keyOf)
  const ofProgram = limiter(limits.program, keyOf)
  return {
    address: ofAddress,
    async actor(request, reply, actor) {
      if (actor.kind === 'anyone' || actor.kind === 'system') return
      keys.set(request, actor.keyOwner)
      await (actor.keyOwner.startsWith('token:') ? ofProgram : ofAccount)(request, reply)
    },
  }
}
