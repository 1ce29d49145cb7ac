import { addDays, type CivilDay, civilDay, type Instant } from './civil-day.ts'

/** 送达: how a document reached somebody. */
export type Service =
  | { readonly means: 'electronic'; readonly arrivedAt: Instant; readonly consented: boolean }
  | { readonly means: 'public_notice'; readonly publishedOn: CivilDay; readonly noticeDays: number }

/**
 * The day a document counts as served, which then starts the clock; `undefined` when it does not count.
 *
 * Electronically it is the day it arrived in the recipient's system, and only with the recipient's consent; by public
 * notice it is the last day of the notice period.
 *
 * @see 民事诉讼法 §90, §95; T-10
 */
export function serviceDay(service: Service): CivilDay | undefined {
  if (service.means === 'public_notice') return addDays(service.publishedOn, service.noticeDays)
  return service.consented ? civilDay(service.arrivedAt) : undefined
}
