import type { Language } from '@gongqiao/kernel/shared/texts.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** China keeps one legal time without summer time, so the offset is a constant and needs no zone tables on a phone. */
const chinaOffsetMs = 8 * 3_600_000

/** A day `YYYY-MM-DD` for a reader: `2026年3月5日`, `5 March 2026`. Text of another shape comes back unchanged. */
export function formatDay(day: string, language: Language): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? []
  if (year === undefined || month === undefined || date === undefined) return day
  if (language === 'zh') return `${year}年${Number(month)}月${Number(date)}日`
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`
}

/** The legal day in China `YYYY-MM-DD` of an instant (ISO text or milliseconds). */
export function dayOf(instant: string | number): string {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant)
  return new Date(ms + chinaOffsetMs).toISOString().slice(0, 10)
}

/** The clock time in China of an instant, `09:05`. */
export function formatTime(instant: string | number): string {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant)
  return new Date(ms + chinaOffsetMs).toISOString().slice(11, 16)
}

/** An instant as day and clock time in China: `2026年3月5日 09:05`, `5 March 2026, 09:05`. */
export function formatInstant(instant: string | number, language: Language): string {
  return `${formatDay(dayOf(instant), language)}${language === 'zh' ? ' ' : ', '}${formatTime(instant)}`
}

/** A number with groups of three, `103,482`; the sign stays in front. */
export function formatNumber(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** Whole days from one day to another (both `YYYY-MM-DD`); negative when the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** A count of days in words: `3 天`, `1 day`, `3 days`. */
export function formatDays(count: number, language: Language): string {
  if (language === 'zh') return `${formatNumber(count)} 天`
  return `${formatNumber(count)} ${Math.abs(count) === 1 ? 'day' : 'days'}`
}

/** A count of working days in words: `15 个工作日`, `1 working day`. */
export function formatWorkdays(count: number, language: Language): string {
  if (language === 'zh') return `${formatNumber(count)} 个工作日`
  return `${formatNumber(count)} working ${Math.abs(count) === 1 ? 'day' : 'days'}`
}

/** How a due day stands to today: `今天到期`, `还有 3 天`, `已过 2 天`, `2 days ago`; the two days are `YYYY-MM-DD`. */
export function formatUntil(today: string, due: string, language: Language): string {
  const left = daysBetween(today, due)
  if (left === 0) return language === 'zh' ? '今天到期' : 'due today'
  if (left > 0) return language === 'zh' ? `还有 ${formatDays(left, language)}` : `${formatDays(left, language)} left`
  return language === 'zh' ? `已过 ${formatDays(-left, language)}` : `${formatDays(-left, language)} ago`
}

/** A card number in groups of four, for reading aloud: `8230 4417 9052`. */
export function formatCardNumber(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ')
}
