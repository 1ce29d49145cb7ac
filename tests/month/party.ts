import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { type APIRequestContext, type APIResponse, request } from '@playwright/test'
import type { Told } from './told.ts'

/** Somebody who uses the product over its interface: a worker with a session, or an officer acting as a post. */
export type Party = {
  send<T>(path: string, body?: object): Promise<T>
  ask<T>(path: string): Promise<T>
  bytes(path: string): Promise<Buffer>
  /** Hands a sheet over as the desk does. */
  upload<T>(path: string, bytes: Buffer, type: string): Promise<T>
  /** From now on acts as this post. */
  actAs(post: string): void
  end(): Promise<void>
}

/** Opens a party of its own, with cookies of its own; what it sends is told to the product. */
export async function openParty(url: string, told: Told): Promise<Party> {
  const context: APIRequestContext = await request.newContext({ baseURL: url })
  let post: string | undefined
  const headers = () => ({ 'Idempotency-Key': newId(), ...(post !== undefined && { 'X-Post': post }) })
  return {
    async send(path, body = {}) {
      told.tell(body)
      return answer(await context.post(`/api${path}`, { data: body, headers: headers() }))
    },
    ask: async (path) => answer(await context.get(`/api${path}`, { headers: headers() })),
    bytes: async (path) => (await context.get(path, { headers: headers() })).body(),
    upload: async (path, bytes, type) =>
      answer(await context.post(`/api${path}`, { data: bytes, headers: { ...headers(), 'content-type': type } })),
    actAs: (as) => {
      post = as
    },
    end: () => context.dispose(),
  }
}

/** Safe because the server checks every answer against the contract the type was taken from before it sends it. */
async function answer<T>(response: APIResponse): Promise<T> {
  if (!response.ok()) throw new Error(`${response.url()}: ${response.status()} ${await response.text()}`)
  return (await response.json()) as T
}
