import { launchBrowser } from '../browser.ts'
import { openInstallation } from '../stories/installation.ts'
import type { Promised } from './cast.ts'
import { livesThrough } from './days.ts'
import { tableOf } from './ledger.ts'
import { openWorld } from './world.ts'

// A month of a part-time chair with 300 members, in a real browser; what the others do is done over the interface.
const say = (words: string) => process.stdout.write(`${words}\n`)
const started = performance.now()
const broken: string[] = []
const kept: Promised = (promise, is, must) => {
  const isKept = JSON.stringify(is) === JSON.stringify(must)
  say(`${isKept ? '✓' : '✗'} ${promise}`)
  if (!isKept) broken.push(`${promise}: ${JSON.stringify(is)} instead of ${JSON.stringify(must)}`)
}
const house = await openInstallation()
const browser = await launchBrowser()
try {
  const world = await openWorld(house, browser)
  await livesThrough(world, kept)
  const retyped = world.filled.filter(({ known }) => known !== undefined)
  kept('nothing was typed that the product had been told', retyped, [])
  kept('no page of the console had a fault', world.mistakes, [])
  kept('everything known of the members was known to the recorder', world.told.size() > 2 * 300, true)
  say(`\n${tableOf(world.ledger)}\n`)
} finally {
  await browser.close()
  await house.remove()
}
for (const words of broken) say(`✗ ${words}`)
const took = ((performance.now() - started) / 1000).toFixed(0)
say(`${broken.length === 0 ? 'the month is over' : `${broken.length} promises broken`}; the script took ${took} s`)
process.exitCode = broken.length === 0 ? 0 : 1
