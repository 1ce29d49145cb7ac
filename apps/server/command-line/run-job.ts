import { allJobs } from '../background.ts'
import { type CliCommand, UsageFault } from './command.ts'
import { withInstallation } from './installation.ts'

/** `gongqiao run-job`: one of the scheduled jobs, now. */
export const runJob: CliCommand = {
  name: 'run-job',
  summary: 'Runs one of the jobs that run by their schedules, now, and says what it did.',
  takes: ['JOB'],
  options: {},
  details: `A server may run meanwhile: doing a job twice does no harm. The jobs, each with its schedule in Beijing time:
${allJobs.map(({ name, schedule }) => `  ${schedule.padEnd(14)} ${name}`).join('\n')}`,
  async run({ words }, surroundings) {
    const [name = ''] = words
    const job = allJobs.find((one) => one.name === name)
    if (!job) throw new UsageFault(`there is no job ${name}; known are ${allJobs.map((one) => one.name).join(', ')}`)
    return withInstallation(surroundings, async ({ services, jobPool }) => {
      const report = await job.run({ services, jobPool, signal: surroundings.stopped })
      surroundings.terminal.say(
        `${name}: ${Object.entries(report)
          .map(([what, count]) => `${count} ${what.replaceAll('_', ' ')}`)
          .join(', ')}`,
      )
      return 0
    })
  },
}
