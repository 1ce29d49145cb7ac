import pg from 'pg'

/** The SQL state of a database error, or undefined. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined
}

/** The unique constraint a statement broke, or undefined. */
export function brokenConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError && error.code === '23505' ? error.constraint : undefined
}

/** Two transactions stood in each other's way, and one may simply run again. */
export function mayRunAgain(error: unknown): boolean {
  const state = sqlState(error)
  return state === '40001' || state === '40P01' || state === '23505'
}

/** Somebody else held the lock too long. */
export function waitedTooLong(error: unknown): boolean {
  return sqlState(error) === '55P03'
}

/** The server is not there just now: refused, reset, shutting down, starting up. */
export function serverIsAway(error: unknown): boolean {
  const state = sqlState(error)
  if (state !== undefined) return state === '57P01' || state === '57P02' || state === '57P03' || state.startsWith('08')
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code) ||
    /Connection terminated|timeout exceeded|not queryable/.test(String(error))
  )
}
