import type { Committee, Unit, UnitPage } from '@gongqiao/modules/organization/contract.ts'
import { expectAccessible } from './accessible.ts'
import { type Officer, signedIn } from './by-api.ts'
import { expect, test } from './story.ts'

/** A union below that has a committee since long ago, which the installation came to know of today. */
async function someCommittee(county: Officer): Promise<{ unit: Unit; name: string }> {
  const towns = await county.ask<UnitPage>(`/api/units/${county.post.unit.id}/children`)
  for (const town of towns.items) {
    const { items } = await county.ask<UnitPage>(`/api/units/${town.id}/children`)
    for (const unit of items.filter(({ level }) => level === 'grassroots').slice(0, 10)) {
      const { term, officers } = await county.ask<Committee>(`/api/units/${unit.id}/committee`)
      const [first] = officers
      if (term && first && term.electedOn < '2026-06-01') return { unit, name: first.name }
    }
  }
  throw new Error('some union of a demonstration has a committee')
}

test('截至某日: officers, coverage and the unions below as of a past day, as known then and as corrected since', async ({
  house,
  stage,
}) => {
  const desk = await stage.computer()
  const county = await signedIn(house, desk, 'county')
  const { unit, name } = await someCommittee(county)

  await test.step('a committee that was entered today was not known yesterday; as corrected since it sat there', async () => {
    await desk.goto(`/console/units/${unit.id}/committee`)
    await desk.getByRole('button', { name: '看过去某一天' }).click()
    await expect(desk.getByText('这一天没有任职记录')).toBeVisible()
    await expectAccessible(desk)
    await desk.getByText('按后来更正', { exact: true }).click()
    await expect(desk.getByRole('rowheader', { name })).toBeVisible()
    await expect(desk.getByText('当时的任期从', { exact: false })).toBeVisible()
    await expectAccessible(desk)
    await desk.getByRole('button', { name: '回到现在' }).click()
    await expect(desk.getByText('历届委员会都在这里', { exact: false })).toBeVisible()
  })

  await test.step('so with the employers and the unions that cover them', async () => {
    await desk.goto(`/console/units/${county.post.unit.id}/coverage`)
    await desk.getByRole('button', { name: '看过去某一天' }).click()
    await expect(desk.getByText('这一天没有登记的用人单位')).toBeVisible()
    await desk.getByText('按后来更正', { exact: true }).click()
    await expect(desk.getByRole('table').last().getByRole('rowheader').first()).toBeVisible()
    await expectAccessible(desk)
  })

  await test.step('and with the unions below, on a small screen too', async () => {
    const small = await stage.phone({ viewport: { width: 360, height: 740 } })
    const township = await signedIn(house, small, 'township')
    await small.goto(`/console/units/${township.post.unit.id}/past`)
    await small.getByRole('button', { name: '看过去某一天' }).click()
    await small.getByText('按后来更正', { exact: true }).click()
    await expect(small.locator('#children-then')).toBeVisible()
    await expectAccessible(small)
  })
})
