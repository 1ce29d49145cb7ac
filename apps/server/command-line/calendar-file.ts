import type { CalendarYearInput } from '@gongqiao/kernel/clock/contract.ts'
import { UsageFault } from './command.ts'

/** A calendar as a file gives it: its days may be of any shape still. */
export type GivenCalendar = { readonly [field in keyof CalendarYearInput]?: unknown }

/**
 * Reads a calendar year from a file's text: JSON `{year, source, days: [{day, kind, name}]}`, or CSV with the head
 * `day,kind,name`, whose year is that of its first day. Shapes are checked when it is loaded.
 *
 * @throws UsageFault when the text is neither
 */
export function readCalendarFile(text: string, source: string | undefined): GivenCalendar {
  const bare = text.replace(/^\uFEFF/, '').trim()
  const given = bare.startsWith('{') ? fromJson(bare) : fromCsv(bare)
  return source === undefined ? given : { ...given, source }
}

function fromJson(text: string): GivenCalendar {
  try {
    return asObject(JSON.parse(text))
  } catch (cause) {
    throw new UsageFault(`the file is no JSON: ${cause instanceof Error ? cause.message : ''}`, { cause })
  }
}

function fromCsv(text: string): GivenCalendar {
  const [head = '', ...lines] = text.split(/\r?\n/)
  if (head.trim() !== 'day,kind,name')
    throw new UsageFault('the file is neither JSON nor CSV with the head day,kind,name')
  const days = lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [day = '', kind = '', name = ''] = line.split(',').map((field) => field.trim())
      return { day, kind, ...(name !== '' && { name }) }
    })
  return { year: Number(days[0]?.day.slice(0, 4)), days }
}

/** Safe because JSON that begins with a brace is an object, and no field of it is trusted. */
function asObject(value: unknown): GivenCalendar {
  return value as GivenCalendar
}
