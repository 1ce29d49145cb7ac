import type { Cast, Promised, Sitting } from './cast.ts'
import { firstHalf } from './first-half.ts'
import { secondHalf } from './second-half.ts'
import type { World } from './world.ts'

const sittings: readonly Sitting[] = [...firstHalf, ...secondHalf]

/** The month of the officer, sitting after sitting. */
export async function livesThrough(world: World, promised: Promised): Promise<void> {
  const cast = castOf(world)
  for (const { day, on, does } of sittings) {
    await world.day(day)
    await does({ world, promised, cast, sits: () => world.sits(on) })
  }
}

function castOf({ withPhones, comers }: World): Cast {
  const [leaver, stayer, retired, resigned, late, renamed, ...askers] = withPhones
  if (!leaver || !stayer || !retired || !resigned || !late || !renamed) throw new Error('a dozen have a phone')
  return { leaver, stayer, retired, resigned, late, renamed, askers, comers, asks: [], joined: [] }
}
