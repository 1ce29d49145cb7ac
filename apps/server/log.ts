import { type DestinationStream, type Logger, pino } from 'pino'

/** What an error says without any value that came from a person: its kind, place and the database's code. */
function withoutValues(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  // A database's message may quote a value; our own mistakes are written by us and hold none.
  const own = error.constructor === Error || error.constructor === TypeError || error.constructor === RangeError
  return {
    kind: error.name,
    ...(code !== undefined && { code }),
    ...('constraint' in error && { constraint: String(error.constraint) }),
    ...(own && { message: error.message }),
    stack: placesOf(error),
    ...(error.cause !== undefined && { cause: withoutValues(error.cause) }),
  }
}

/** Where an error came from. A message of several lines stands before it in the stack, and is left out. */
function placesOf({ stack = '' }: Error): string {
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return places.slice(0, 11).join('\n')
}

/** The installation's log: ids and kinds, never names or numbers. */
export function openLog(level: 'info' | 'error' | 'silent' = 'info', to?: DestinationStream): Logger {
  const options = { level, base: null, serializers: { err: withoutValues }, timestamp: pino.stdTimeFunctions.isoTime }
  return to ? pino(options, to) : pino(options)
}
