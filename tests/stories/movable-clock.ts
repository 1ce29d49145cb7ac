/**
 * Preloaded into the server of the stories: its clock can be moved by a message, so that a story need not wait.
 *
 * Ends the server when the runner is gone.
 */
const Today = Date
// A command that ends has nobody to send it messages.
let aheadMs = Number(process.env['STORY_MINUTES_AHEAD'] ?? 0) * 60_000

const nowMs = () => Today.now() + aheadMs

/** A `Date` whose present can be ahead; given instants stay as they are. */
globalThis.Date = new Proxy(Today, {
  construct: (_target, given, made) => Reflect.construct(Today, given.length === 0 ? [nowMs()] : given, made),
  apply: () => new Today(nowMs()).toString(),
  get: (target, name) => (name === 'now' ? nowMs : Reflect.get(target, name)),
})

process.on('message', (message) => {
  aheadMs = Number(message)
  process.send?.(aheadMs)
})
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
