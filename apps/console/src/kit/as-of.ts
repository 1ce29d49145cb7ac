import { dayOf } from '@gongqiao/ui/format.ts'

/** A past day, and whose knowledge of it: what was known that day, or what has been corrected since. */
export type AsOf = { readonly on?: string | undefined; readonly known?: 'now' | undefined }

/** Reads a past day out of an address; a day typed wrong, or today, is none. */
export function readAsOf(search: { readonly [name: string]: unknown }): AsOf {
  const { on, known } = search
  if (typeof on !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(on) || on >= dayOf(Date.now())) return {}
  if (Number.isNaN(Date.parse(`${on}T00:00:00Z`))) return {}
  return { on, known: known === 'now' ? 'now' : undefined }
}

/** The day before a day. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
