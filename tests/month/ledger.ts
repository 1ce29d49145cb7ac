/** What a job took so far, all its times together. */
export type Entry = {
  times: number
  clicks: number
  keys: number
  /** Fields filled in; passwords, codes and what is looked for are not among them. */
  fields: number
  handSeconds: number
  readSeconds: number
  waitSeconds: number
}

export type Ledger = ReturnType<typeof openLedger>

/** Where the minutes of a month are written down, by job. */
export function openLedger() {
  const entries = new Map<string, Entry>()
  let job: string | undefined
  return {
    /** Everything done inside is of this job, done so many times. */
    async during(name: string, work: () => Promise<void>, times = 1): Promise<void> {
      if (job !== undefined) throw new Error(`${name} begins inside ${job}`)
      const entry = entries.get(name) ?? none()
      entries.set(name, entry)
      entry.times += times
      job = name
      try {
        await work()
      } catch (cause) {
        throw new Error(`while at ${name}`, { cause })
      } finally {
        job = undefined
      }
    },
    add(what: Partial<Entry>): void {
      const entry = entries.get(job ?? '')
      if (!entry) throw new Error('nothing is done outside a job')
      for (const key of keysOfEntry) entry[key] += what[key] ?? 0
    },
    entries: (): ReadonlyMap<string, Readonly<Entry>> => entries,
  }
}

const none = (): Entry => ({
  times: 0,
  clicks: 0,
  keys: 0,
  fields: 0,
  handSeconds: 0,
  readSeconds: 0,
  waitSeconds: 0,
})
const keysOfEntry = ['clicks', 'keys', 'fields', 'handSeconds', 'readSeconds', 'waitSeconds'] as const

/** All seconds of an entry. */
export const allSeconds = ({ handSeconds, readSeconds, waitSeconds }: Readonly<Entry>) =>
  handSeconds + readSeconds + waitSeconds

/** The month as a table: the busiest job first, then the sum. */
export function tableOf(ledger: Ledger): string {
  const lines = [...ledger.entries()].sort(([, one], [, other]) => allSeconds(other) - allSeconds(one))
  const sum = none()
  for (const [, entry] of lines) {
    sum.times += entry.times
    for (const key of keysOfEntry) sum[key] += entry[key]
  }
  const head = ['job', 'times', 'clicks', 'keys', 'fields', 'seconds each', 'minutes', 'of them reading', 'waiting']
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map((_, at) => (at === 0 ? '---' : '---:')).join('|')}|`,
    ...lines.map(([name, entry]) => lineOf(name, entry)),
    lineOf('**the month**', sum),
  ].join('\n')
}

function lineOf(name: string, entry: Readonly<Entry>): string {
  const { times, clicks, keys, fields, readSeconds, waitSeconds } = entry
  const minutes = (value: number) => (value / 60).toFixed(1)
  const each = times === 0 ? 0 : allSeconds(entry) / times
  const cells = [name, times, clicks, keys, fields, each.toFixed(0), minutes(allSeconds(entry))]
  return `| ${[...cells, minutes(readSeconds), minutes(waitSeconds)].join(' | ')} |`
}
