/** Preloaded into a server whose story plays days later: every clock in that process is so much ahead. */
const aheadMs = Number(process.env.STORY_DAYS_AHEAD) * 86_400_000
const Today = Date

/** A `Date` whose present is days ahead; given instants stay as they are. */
globalThis.Date = new Proxy(Today, {
  construct: (_target, given, made) => Reflect.construct(Today, given.length === 0 ? [laterMs()] : given, made),
  apply: () => new Today(laterMs()).toString(),
  get: (target, name) => (name === 'now' ? laterMs : Reflect.get(target, name)),
})

function laterMs(): number {
  return Today.now() + aheadMs
}
