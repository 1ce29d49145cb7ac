import type { Newcomer } from '../stories/people.ts'
import { dialogOf, opens } from './desk.ts'
import type { Officer } from './officer.ts'
import type { World } from './world.ts'

/** Takes in a member who comes from another union. */
export function takesIn(world: World, officer: Officer, { name }: Newcomer) {
  return world.ledger.during('a transfer in', async () => {
    const panel = await opens(officer, name)
    await officer.press(panel.getByRole('button', { name: '登记接收' }), panel.getByText(/已接收|已转入/))
  })
}

/** Lets a member go to another union. */
export function letsGo(world: World, officer: Officer, { name }: Newcomer) {
  return world.ledger.during('a transfer out', async () => {
    const panel = await opens(officer, name)
    await officer.press(panel.getByRole('button', { name: '同意转出' }), panel.getByText(/已同意|已转出/))
  })
}

/** Objects to a transfer, with what was seen. */
export function objects(world: World, officer: Officer, { name }: Newcomer, note: string) {
  return world.ledger.during('a transfer out objected to', async () => {
    const panel = await opens(officer, name)
    const dialog = dialogOf(officer)
    await officer.press(panel.getByRole('button', { name: '提出异议' }), dialog)
    await officer.read(dialog)
    await officer.pick(dialog.getByRole('radio', { name: '仍在本单位工作' }))
    await officer.fill(dialog.getByLabel('事实和理由'), note)
    await officer.press(dialog.getByRole('button', { name: '提出' }), panel.getByText('待上级裁决'))
  })
}
