import { type Logger, pino } from 'pino'

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
    stack: error.stack?.split('\n').slice(1, 12).join('\n'),
    ...(error.cause !== undefined && { cause: withoutValues(error.cause) }),
  }
}

/** The installation's log: ids and kinds, never names or numbers. */
export function openLog(level: 'info' | 'error' | 'silent' = 'info'): Logger {
  return pino({ level, base: null, serializers: { err: withoutValues }, timestamp: pino.stdTimeFunctions.isoTime })
}
