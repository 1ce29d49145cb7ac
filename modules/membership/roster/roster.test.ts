import { expect, test } from 'vitest'

import { openTrial, type Person } from '../../../tests/roster-trial.ts'

const { house, units, dryRun, run, undo, rows, leave, line, sheet, strangers, digest, rowsOf, claims, holds } =
  await openTrial()

test('a roster is looked at first and changes nothing; then everybody in it is listed, holding no number, phone or account (MEM-13)', async () => {
  const officer = await house.officer(units.county)
  const [a, b] = [house.stranger(), house.stranger()]
  const looked = await dryRun(officer, units.county, sheet(line(a), line(b, units.cousinShop.name, '02')))

  expect(looked).toMatchObject({ state: 'checked', total: 2, counts: { new: 2, invalid: 0, gone: 0 }, missing: [] })
  expect(await house.rows('select from people.person where identity_digest = $1', [digest(a)])).toEqual([])

  const done = await run(officer, looked)

  expect(done).toMatchObject({ state: 'done', outcomes: { applied: 2 } })
  expect(await rowsOf(a)).toMatchObject([{ status: 'listed', unit: units.shop.id }])
  expect(await rowsOf(b)).toMatchObject([{ status: 'listed', unit: units.cousinShop.id }])
  expect(await house.rows('select from people.identity_directory where digest = $1', [digest(a)])).toEqual([])
  expect(await house.rows('select from people.account')).toEqual([])
  await holds()
})

test('next month’s sheet is a difference: same, changed, new, and no longer in it; nobody is removed by it', async () => {
  const officer = await house.officer(units.county)
  const [same, renamed, moved, missing, fresh] = strangers(5) as [Person, Person, Person, Person, Person]
  await run(
    officer,
    await dryRun(
      officer,
      units.county,
      sheet(...[same, renamed, moved, missing].map((p) => line(p, units.siblingShop.name))),
    ),
  )

  const next = await dryRun(
    officer,
    units.county,
    sheet(
      line(same, units.siblingShop.name),
      line({ ...renamed, name: `${renamed.name.slice(0, -1)}新`, phone: '15499999901' }, units.siblingShop.name),
      line(moved, units.cousinShop.name),
      line(fresh, units.siblingShop.name),
    ),
  )
  expect(next.counts).toMatchObject({ same: 1, changed: 2, new: 1, invalid: 0 })
  const gone = await rows(officer, next, { verdict: 'gone' })
  expect(gone.map(({ shown }) => shown['name'])).toContain(missing.name)
  expect((await rows(officer, next, { verdict: 'changed' })).map(({ changes }) => changes)).toEqual([
    ['姓名', '移动电话'],
    ['所在工会'],
  ])
  const done = await run(officer, next)

  expect(done).toMatchObject({ outcomes: { applied: 3 } })
  expect(await rowsOf(renamed)).toMatchObject([{ name: `${renamed.name.slice(0, -1)}新`, phone: '154****9901' }])
  expect(await rowsOf(moved)).toMatchObject([{ unit: units.cousinShop.id, status: 'listed' }])
  expect(await rowsOf(missing)).toMatchObject([{ status: 'listed' }])
  await holds()

  const back = await undo(officer, done)
  expect(back).toMatchObject({ state: 'undone', outcomes: { undone: 3, kept: 0, applied: 0 } })
  expect(await rowsOf(renamed)).toMatchObject([{ name: renamed.name, phone: `154****${renamed.phone.slice(-4)}` }])
  expect(await rowsOf(moved)).toMatchObject([{ unit: units.siblingShop.id }])
  expect(await rowsOf(fresh)).toEqual([])
  expect(
    await house.rows(
      `select n.token from membership.name_token n where not exists (
         select from membership.membership m where m.cell_id = n.cell_id and m.id = n.membership_id)`,
    ),
  ).toEqual([])
  await holds()
})

test('the clerk decides who has left: whom only a roster named is ended, a member is asked; both can be taken back', async () => {
  const officer = await house.officer(units.county)
  const [stays, left, member] = strangers(3) as [Person, Person, Person]
  const unit = units.neighbourShop
  const far = await house.officer(units.neighbourCounty)
  await run(
    far,
    await dryRun(far, units.neighbourCounty, sheet(...[stays, left, member].map((p) => line(p, unit.name)))),
  )
  const actor = await claims(member)

  const next = await dryRun(far, units.neighbourCounty, sheet(line(stays, unit.name)))
  const gone = await rows(far, next, { verdict: 'gone' })
  expect(gone.map(({ shown }) => shown['name']).toSorted()).toEqual([left.name, member.name].toSorted())
  expect(next.steps).toContain('leave')
  const decided = await leave(
    far,
    next,
    gone.map(({ number }) => number),
  )

  expect(decided.outcomes).toMatchObject({ applied: 1, asked: 1 })
  expect(await rowsOf(left)).toMatchObject([{ status: 'ended' }])
  expect((await rowsOf(member)).map(({ status }) => status)).toContain('active')
  expect(
    await house.rows(`select from kernel.message where account_id = $1 and kind = 'membership.message.roster_misses'`, [
      actor.account,
    ]),
  ).toHaveLength(1)
  await expect(leave(far, next, [gone[0]?.number ?? 0])).rejects.toMatchObject({ code: 'imports.no_such_row' })
  await expect(leave(officer, next, [1])).rejects.toMatchObject({ code: 'kernel.absent' })
  await holds()

  const back = await undo(far, next)
  expect(back).toMatchObject({ state: 'undone', outcomes: { undone: 2, kept: 0 } })
  expect(await rowsOf(left)).toMatchObject([{ status: 'listed' }])
  expect(await house.rows('select answer from membership.roster_request where person_id = $1', [actor.person])).toEqual(
    [{ answer: 'withdrawn' }],
  )
  await holds()
})

test('what a person has claimed only they change: the roster’s other name or phone is a request to them', async () => {
  const officer = await house.officer(units.county)
  const person = house.stranger()
  await run(officer, await dryRun(officer, units.county, sheet(line(person))))
  const actor = await claims(person)

  const next = await dryRun(
    officer,
    units.county,
    sheet(line({ ...person, name: `${person.name}儿`, phone: '15488888801' })),
  )
  expect(next.counts).toMatchObject({ needsPerson: 1, changed: 0, new: 0 })
  const done = await run(officer, next)

  expect(done.outcomes).toMatchObject({ asked: 1, applied: 0 })
  expect((await rowsOf(person)).filter(({ status }) => status === 'active')).toMatchObject([{ name: person.name }])
  expect(
    await house.rows(
      `select link from kernel.message where account_id = $1 and kind = 'membership.message.roster_differs'`,
      [actor.account],
    ),
  ).toHaveLength(1)
  expect(
    await house.rows('select columns, ended_at from membership.roster_request where person_id = $1', [actor.person]),
  ).toEqual([{ columns: ['name', 'phone'], ended_at: null }])
  await holds()
})

test('a request that still waits is withdrawn by the undo; one that was answered is listed as kept', async () => {
  const officer = await house.officer(units.county)
  const [waits, answers] = strangers(2) as [Person, Person]
  await run(officer, await dryRun(officer, units.county, sheet(line(waits), line(answers))))
  await claims(waits)
  const actor = await claims(answers)
  const other = (person: Person) => line({ ...person, name: `${person.name}儿` })
  const asked = await run(officer, await dryRun(officer, units.county, sheet(other(waits), other(answers))))
  await house.rows(
    `update membership.roster_request set ended_at = $2, answer = 'declined' where person_id = $1 and ended_at is null`,
    [actor.person, house.now()],
  )

  const back = await undo(officer, asked)

  expect(back.outcomes).toMatchObject({ asked: 0, undone: 1, kept: 1 })
  expect((await rows(officer, back, { outcome: 'kept' }))[0]?.reason).toBe('导入之后本人已经答复')
})
