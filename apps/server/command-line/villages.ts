import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { type Division, loadVillages, readDivisions } from '@gongqiao/modules/organization/index.ts'
import { divisionsFrom } from '../reference.ts'
import { type CliCommand, UsageFault } from './command.ts'
import { withInstallation } from './installation.ts'

/** `gongqiao villages CODE…`: writes the unions of the villages and communities of divisions, each division whole or not at all. */
export const villages: CliCommand = {
  name: 'villages',
  summary: 'Adds the unions of the villages and communities of a county, prefecture or province.',
  takes: ['CODE…'],
  options: {},
  details: `CODE is the six digits of a county, prefecture or province in GB/T 2260, such as 330825, 330800 or 330000.
What stands there already stays as it is, so it may be run again; a server may run meanwhile.`,
  async run({ words }, surroundings) {
    const asked = divisionsOf(words, await readDivisions())
    return withInstallation(surroundings, async ({ services }) => {
      const { terminal, stopped } = surroundings
      for (const { code, name } of asked) {
        const tell = (done: number, all: number) => {
          stopped.throwIfAborted()
          terminal.progress(`${code} ${name}: ${done.toLocaleString('en')} of ${all.toLocaleString('en')} unions`)
        }
        terminal.progress(`${code} ${name}`)
        const added = await inTransaction(services.pool, undefined, (tx) =>
          loadVillages(tx, code, divisionsFrom, services.now(), tell),
        )
        const what = added === 0 ? 'nothing to add' : `${added.toLocaleString('en')} unions added`
        terminal.say(`${code} ${name}: ${what}`)
      }
      return 0
    })
  },
}

/**
 * The divisions of codes, each once.
 *
 * @throws UsageFault that names every code that is none, before anything is written
 */
function divisionsOf(codes: readonly string[], known: readonly Division[]): Division[] {
  const places = new Map(known.filter(({ level }) => level !== 'township').map((place) => [place.code, place]))
  const asked = [...new Set(codes)].map((code) => ({ code, place: places.get(code) }))
  const faults = asked.flatMap(({ code, place }) => (place ? [] : [`${code} ${faultOf(code)}`]))
  if (faults.length > 0) throw new UsageFault(faults.join('\n'))
  return asked.flatMap(({ place }) => place ?? [])
}

function faultOf(code: string): string {
  return /^\d{6}$/.test(code)
    ? 'is no county, prefecture or province of 2023'
    : 'is no division code: a county, prefecture or province has six digits, such as 330825'
}
