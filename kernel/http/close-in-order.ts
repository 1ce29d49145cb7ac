import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

const longestMs = 10_000
const sweepMs = 50

/**
 * Lets a server that is told to close answer what it answers already: new connections are refused, streams end at once
 * (their readers come back by themselves), and what still runs after ten seconds is cut off.
 *
 * @returns to be told of each stream
 */
export function closeInOrder(server: FastifyInstance, mostMs = longestMs): (stream: ServerResponse) => void {
  const streams = new Set<ServerResponse>()
  server.addHook('preClose', async () => {
    for (const stream of streams) stream.end()
    const { server: http } = server
    // A connection whose request has just been answered would otherwise be kept for a next one.
    const sweep = setInterval(() => http.closeIdleConnections(), sweepMs)
    const cut = setTimeout(() => http.closeAllConnections(), mostMs)
    http.once('close', () => {
      clearInterval(sweep)
      clearTimeout(cut)
    })
  })
  return (stream) => {
    streams.add(stream)
    stream.once('close', () => streams.delete(stream))
  }
}
