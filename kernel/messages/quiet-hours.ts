import { beijingTime } from '@gongqiao/calendar'

const quietFrom = 21
const quietUntil = 8

/**
 * Whether it is night 21:00–08:00, when nothing is sent that can wait until the morning.
 *
 * @see rulebook 8.2
 */
export function isQuietHour(now: Date): boolean {
  const hour = Number(beijingTime(now).slice(11, 13))
  return hour >= quietFrom || hour < quietUntil
}
