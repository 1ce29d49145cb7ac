import { readFile } from 'node:fs/promises'
import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import { recomputeEverywhere } from '@gongqiao/kernel/jobs/recompute.ts'
import { loadCalendarYear } from '@gongqiao/kernel/matter/load-calendar-year.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { say } from '../words.ts'
import { readCalendarFile } from './calendar-file.ts'
import { type CliCommand, UsageFault } from './command.ts'
import { withInstallation } from './installation.ts'

/** `gongqiao calendar load FILE`: loads a published year, and lets every due day that rested on it be computed anew. */
export const calendarLoad: CliCommand = {
  name: 'calendar load',
  summary: 'Loads the published holidays of a year; due days that rest on it are computed anew.',
  takes: ['FILE'],
  options: { source: { type: 'text', value: 'NOTICE', words: 'the notice it is taken from; needed with CSV' } },
  details: `FILE is JSON {"year", "source", "days": [{"day", "kind", "name"}]} or CSV with the head day,kind,name.
Kinds are statutory, weekend, adjusted_rest, makeup_workday and workday; only days that the week does not tell stand in it.
A year that was loaded before is replaced. People whose time becomes shorter are told.`,
  async run(given, surroundings) {
    const [file = ''] = given.words
    const text = await readFile(file, 'utf8').catch((cause: unknown) => {
      throw new UsageFault(`${file} cannot be read`, { cause })
    })
    const calendar = readCalendarFile(text, given.text('source'))
    return withInstallation(surroundings, async ({ services, jobPool }) => {
      const { terminal, stopped } = surroundings
      const { answer } = await perform(services, systemActor('calendar load'), loadCalendarYear, calendar).catch(
        (error: unknown) => {
          throw error instanceof Refusal ? new UsageFault(faultsOf(error)) : error
        },
      )
      const year = Number(calendar.year)
      terminal.progress(`calendar of ${year}: ${answer.days} days`)
      const { cells, moved } = await recomputeEverywhere({ services, jobPool, signal: stopped }, year)
      terminal.say(`${year} is loaded with ${answer.days} days; ${moved} due days moved in ${cells} cells`)
      return 0
    })
  },
}

function faultsOf(refusal: Refusal): string {
  return refusal.faults.map(({ field, code, variables }) => `${field} ${say('en', code, variables)}`).join('\n')
}
