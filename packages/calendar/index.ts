export { type CalendarYear, type DayKind, type DayRow, dayKinds, isWorkingKind } from './calendar-rows.ts'
export {
  addDays,
  addMonths,
  beijingTime,
  type CivilDay,
  civilDay,
  fromDayNumber,
  type Instant,
  startOfDay,
  toDayNumber,
  weekdayOf,
} from './civil-day.ts'
export { compute, type Deadline } from './compute.ts'
export { type Before, computeBefore, type LatestDay } from './compute-before.ts'
export { type DayReading, dayReadings, unitOfDays } from './day-readings.ts'
export { dayInWords, explain } from './explain.ts'
export { type Act, isInTime, passedAt } from './in-time.ts'
export { type Calendar, makeCalendar, officialCalendar } from './make-calendar.ts'
export { officialDays, officialYears } from './official-schedule.ts'
export type { Pause, Period, PeriodUnit } from './period.ts'
export { type Recomputed, recompute } from './recompute.ts'
export { remainingAfter } from './remaining.ts'
export { type Reminder, type ReminderMark, remindersOf } from './reminders.ts'
export { type Service, serviceDay } from './service-day.ts'
export type { BeforeTrace, DayRun, DayTrace, HourTrace, Trace } from './trace.ts'
export { type AmbiguousPeriod, computeTwoReadings, type TwoReadings } from './two-readings.ts'
export { addWorkdays, dayKindOf, isWorkday, workdaysBetween } from './workdays.ts'
