/** The quarters up to the one of an instant, the latest first, as `2026-Q1`. Civil days in Asia/Shanghai. */
export function latestQuarters(nowMs: number, count: number): string[] {
  const there = new Date(nowMs + 8 * 3_600_000)
  const last = there.getUTCFullYear() * 4 + Math.floor(there.getUTCMonth() / 3)
  return Array.from({ length: count }, (_, back) => {
    const quarter = last - back
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`
  })
}

/** Year and number of a quarter, for its words. */
export function quarterParts(quarter: string): { year: string; number: string } {
  return { year: quarter.slice(0, 4), number: quarter.slice(6) }
}
