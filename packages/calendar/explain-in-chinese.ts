import { type CivilDay, toDayNumber, weekdayOf } from './civil-day.ts'
import type { BeforeTrace, DayRun, DayTrace, HourTrace, Trace } from './trace.ts'

const units = { hour: '小时', day: '日', workday: '个工作日', month: '个月', year: '年' } as const

/** A trace in Chinese sentences. */
export function explainInChinese(trace: Trace): string {
  const rule = trace.rule === undefined ? [] : [`依据规则 ${trace.rule}。`]
  switch (trace.kind) {
    case 'hours':
      return [...rule, ...hours(trace)].join('')
    case 'before':
      return [...rule, ...before(trace), ...provisional(trace.provisionalYears)].join('')
    default:
      return [...rule, ...days(trace), ...provisional(trace.provisionalYears)].join('')
  }
}

function days(trace: DayTrace): string[] {
  const sentences = [`自${dated(trace.trigger)}的次日起计算${amount(trace)}，到${dated(trace.naturalEnd)}满期。`]
  if (trace.restDaysCounted > 0) sentences.push(`其间的${trace.restDaysCounted}个休息日计算在内。`)
  if (trace.skipped.length > 0) sentences.push(`其间的休息日不计：${runs(trace.skipped)}。`)
  if (trace.makeUpDays.length > 0) {
    sentences.push(`调休上班日${trace.makeUpDays.map(short).join('、')}按工作日计算。`)
  }
  if (trace.pausedDays > 0) {
    const pauses = trace.pauses.map(
      (pause) => span(pause.from, pause.to) + (pause.reason === undefined ? '' : `（${pause.reason}）`),
    )
    sentences.push(`中止期间不计：${pauses.join('、')}，共${trace.pausedDays}日。`)
  }
  if (trace.rolledOver.length > 0) {
    sentences.push(`满期之日是休息日（${runs(trace.rolledOver)}），顺延到其后第一个工作日${dated(trace.dueAt)}。`)
  }
  sentences.push(`截止到${dated(trace.dueAt)}24时。`)
  if (trace.safeBy !== trace.dueAt) sentences.push(`为稳妥起见，请不晚于${dated(trace.safeBy)}办理。`)
  return sentences
}

function hours(trace: HourTrace): string[] {
  return [`自${timed(trace.trigger)}起连续计算${amount(trace)}，休息日不顺延。`, `截止到${timed(trace.dueAt)}。`]
}

function before(trace: BeforeTrace): string[] {
  const full = trace.clearDays ? '满' : ''
  const sentences = [
    `须在${dated(trace.event)}之前至少提前${full}${amount(trace)}，当日不计，倒推到${dated(trace.naturalDay)}。`,
  ]
  if (trace.movedOver.length > 0) sentences.push(`遇休息日（${runs(trace.movedOver)}）提前到其前最后一个工作日。`)
  return [...sentences, `最迟在${dated(trace.latestDay)}办理。`]
}

function provisional(years: readonly number[]): string[] {
  return years.length === 0 ? [] : [`${years.join('、')}年的放假安排尚未公布，此日期为暂定，公布后重新计算。`]
}

function amount(trace: Pick<DayTrace, 'length' | 'extensions'> & { readonly unit: keyof typeof units }): string {
  const base = `${trace.length}${units[trace.unit]}`
  if (trace.extensions === undefined) return base
  return `${base}（另延长${trace.extensions.map((length) => `${length}${units[trace.unit]}`).join('、')}）`
}

function runs(list: readonly DayRun[]): string {
  return list.map((run) => span(run.from, run.to) + (run.name === undefined ? '' : run.name)).join('、')
}

function span(from: CivilDay, to: CivilDay): string {
  return from === to ? short(from) : `${short(from)}至${short(to)}`
}

function short(day: CivilDay): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}

/** A day, or a time of a day, as sentences name it. */
export function dated(day: string): string {
  if (day.length > 10) return timed(day)
  return `${Number(day.slice(0, 4))}年${short(day)}（星期${'日一二三四五六'.charAt(weekdayOf(toDayNumber(day)))}）`
}

function timed(time: string): string {
  return `${dated(time.slice(0, 10))}${time.slice(11, 16)}`
}
