import type { FastifyReply } from 'fastify'

/** Tells open streams that their subject changed. */
export type Hub = {
  /** Calls `changed` after each change of the topic, at most once per `gatherMs`; the answer ends that. */
  listen(topic: string, changed: () => void): () => void
  /** Says that these topics changed. */
  tell(topics: Iterable<string>): void
  readonly listeners: () => number
}

/** Makes a hub inside this process. */
export function makeHub(gatherMs = 100): Hub {
  const listening = new Map<string, Set<() => void>>()
  return {
    listen(topic, changed) {
      let timer: NodeJS.Timeout | undefined
      const soon = () => {
        timer ??= setTimeout(() => {
          timer = undefined
          changed()
        }, gatherMs)
      }
      const set = listening.get(topic) ?? new Set()
      listening.set(topic, set.add(soon))
      return () => {
        clearTimeout(timer)
        set.delete(soon)
        if (set.size === 0) listening.delete(topic)
      }
    },
    tell(topics) {
      for (const topic of topics) for (const soon of listening.get(topic) ?? []) soon()
    },
    listeners: () => [...listening.values()].reduce((sum, set) => sum + set.size, 0),
  }
}

const beatMs = 20_000

/**
 * Answers with server-sent events: the current answer at once, then again after each change, and a comment every 20 s so
 * that a broken line is noticed. A reader who is slower than the changes gets the newest answer once there is room, and
 * not all of them. Ends when the reader leaves or the answer is refused.
 */
export function streamEvents(
  reply: FastifyReply,
  hub: Hub,
  topic: string,
  event: string,
  read: () => Promise<unknown>,
  onMistake: (error: unknown) => void,
): void {
  const { raw } = reply
  reply.hijack()
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  })
  raw.flushHeaders()
  let reading = false
  let again = false
  const send = async () => {
    if (reading || raw.writableNeedDrain) {
      again = true
      return
    }
    reading = true
    try {
      do {
        again = false
        raw.write(`event: ${event}\ndata: ${JSON.stringify(await read())}\n\n`)
      } while (again && !raw.destroyed && !raw.writableNeedDrain)
    } catch (error) {
      onMistake(error)
      raw.end()
    }
    reading = false
  }
  const unlisten = hub.listen(topic, () => void send())
  raw.on('drain', () => {
    if (again) void send()
  })
  const beat = setInterval(() => raw.write(': still here\n\n'), beatMs)
  raw.on('close', () => {
    unlisten()
    clearInterval(beat)
  })
  void send()
}
