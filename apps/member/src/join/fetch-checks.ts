/** The checkers; without them (no network) an answer passes here, and the server checks it all the same. */
export function fetchChecks() {
  return import('./checks.ts').catch(() => undefined)
}
