/** In how many files the routes are proved, each with a house of its own; as many stand beside this one. */
export const shards = 4

/** The share of a shard, from 1: every so many-th, so that slow neighbours spread over all. */
export function ofShard<T>(all: readonly T[], shard: number): T[] {
  return all.filter((_one, index) => index % shards === shard - 1)
}
