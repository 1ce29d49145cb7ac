import { makeIdentityNumber } from '@gongqiao/codes'
import type { PersonActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import { whoseSession } from '@gongqiao/modules/people/index.ts'
import { expect, test } from 'vitest'
import { openTrial, type Person } from '../../../tests/roster-trial.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { denyRecord } from '../commands/deny-record.ts'
import { proveClaim } from '../commands/prove-claim.ts'
import { listMyClaims } from '../queries/list-my-claims.ts'
import { noticeVersion } from '../texts/notice.ts'

const {
  house,
  units,
  services,
  dryRun,
  run,
  undo,
  rows,
  questions,
  settle,
  line,
  sheet,
  strangers,
  digest,
  rowsOf,
  claims,
  holds,
} = await openTrial()

test('what exists outside the clerk’s scope is never said: a member elsewhere looks like somebody nobody knows (design 2.3)', async () => {
  const elsewhere = await house.applies({ unit: units.farShop })
  const far = await house.officer(units.farShop)
  const { card } = elsewhere.outcome
  await house.does(far, confirmApplication, {
    cell: units.farShop.cell,
    matter: card?.matter?.id,
    decidedOn: '2026-03-02',
  })
  const unknown = house.stranger()
  const officer = await house.officer(units.county)

  const looked = await dryRun(officer, units.county, sheet(line(elsewhere), line(unknown)))
  const [one, other] = await rows(officer, looked)
  const about = ({ verdict, faults, changes, subject, question }: NonNullable<typeof one>) => ({
    verdict,
    faults,
    changes,
    subject,
    question,
  })
  expect(one && about(one)).toEqual(other && about(other))
  await run(officer, looked)

  expect((await rowsOf(elsewhere)).map(({ status, unit }) => [status, unit])).toEqual([
    ['active', units.farShop.id],
    ['listed', units.shop.id],
  ])
  await holds()
})

test('a clerk of one shop does not learn who is listed in the next one', async () => {
  const person = house.stranger()
  const upper = await house.officer(units.township)
  await run(upper, await dryRun(upper, units.township, sheet(line(person, units.siblingShop.name))))
  const clerk = await house.officer(units.shop, 'grassroots_officer')

  const looked = await dryRun(
    clerk,
    units.shop,
    sheet(line(person, ''), line(house.stranger(), units.siblingShop.name)),
  )

  expect(looked.counts).toMatchObject({ new: 1, invalid: 1 })
  expect((await rows(clerk, looked, { verdict: 'invalid' }))[0]?.faults).toMatchObject([
    { code: 'membership.import.unit_unknown' },
  ])
})

test('a name that fits several unions is settled once, for all its lines, and remembered for the next sheet', async () => {
  const officer = await house.officer(units.city)
  const [a, b] = strangers(2) as [Person, Person]
  for (const [unit, name] of [
    [units.cousinShop, '二号仓库工会'],
    [units.neighbourShop, '二号仓库工会'],
  ] as const) {
    await house.rows(
      `insert into organization.unit_key (unit_id, number, kind, key, core, tail, initials, tokens, height, cell_id, path)
       select $1, 900, 'former', $2, '二号仓库', '二号仓库', 'ehckgh', array['二号'], 7, $3, $4`,
      [unit.id, name, unit.cell, unit.path],
    )
  }

  const looked = await dryRun(officer, units.city, sheet(line(a, '二号仓库工会'), line(b, '二号仓库工会')))
  expect(looked.counts).toMatchObject({ ambiguous: 2, new: 0 })
  const [asked] = await questions(officer, looked)
  expect(asked).toMatchObject({ given: '二号仓库工会', rows: 2, choice: null })
  expect(asked?.candidates.map(({ id }) => id).toSorted()).toEqual(
    [units.cousinShop.id, units.neighbourShop.id].toSorted(),
  )
  await expect(
    settle(officer, looked, [{ question: asked?.question ?? '', choice: units.farShop.id }]),
  ).rejects.toMatchObject({
    code: 'imports.no_such_choice',
  })
  const settled = await settle(officer, looked, [{ question: asked?.question ?? '', choice: units.neighbourShop.id }])

  expect(settled).toMatchObject({ state: 'checked', counts: { ambiguous: 0, new: 2 } })
  await run(officer, settled)
  expect(await rowsOf(a)).toMatchObject([{ unit: units.neighbourShop.id }])
  // A look over several cells goes to those of which something is known to have happened.
  await house.settled()
  const next = await dryRun(officer, units.city, sheet(line(a, '二号仓库工会'), line(b, '二号仓库工会')))
  expect(next.counts).toMatchObject({ ambiguous: 0, same: 2 })
  await holds()
})

test('one number under two names that have nothing in common is asked about, never merged', async () => {
  const officer = await house.officer(units.county)
  const person = house.stranger()
  await run(officer, await dryRun(officer, units.county, sheet(line(person))))

  const next = await dryRun(officer, units.county, sheet(line({ ...person, name: '欧阳长虹' })))
  expect(next.counts).toMatchObject({ ambiguous: 1, changed: 0 })
  const [asked] = await questions(officer, next)
  const refused = await settle(officer, next, [{ question: asked?.question ?? '', choice: 'none' }])

  expect(refused.counts).toMatchObject({ ambiguous: 0, invalid: 1 })
  expect(await rowsOf(person)).toMatchObject([{ name: person.name }])

  const again = await dryRun(officer, units.county, sheet(line({ ...person, name: '欧阳长虹' })))
  const [question] = await questions(officer, again)
  const meant = await settle(officer, again, [{ question: question?.question ?? '', choice: 'same' }])
  expect(meant.counts).toMatchObject({ changed: 1, ambiguous: 0 })
})

test('undo takes back what nobody has touched, and lists the rest with reasons', async () => {
  const officer = await house.officer(units.county)
  const [untouched, claimed, changed] = strangers(3) as [Person, Person, Person]
  const first = await run(
    officer,
    await dryRun(officer, units.county, sheet(...[untouched, claimed, changed].map((p) => line(p)))),
  )
  await claims(claimed)
  await run(
    officer,
    await dryRun(officer, units.county, sheet(line(untouched), line({ ...changed, phone: '15477777701' }))),
  )

  const back = await undo(officer, first)

  expect(back).toMatchObject({ state: 'undone', outcomes: { undone: 1, kept: 2, applied: 0 } })
  expect(await rowsOf(untouched)).toEqual([])
  expect((await rows(officer, back, { outcome: 'kept' })).map(({ reason }) => reason)).toEqual([
    '导入之后本人已经认领',
    '导入之后这条记录又改过',
  ])
  expect(
    await house.rows(`select after from kernel.audit where act = 'kernel.undo_rows' and subject_id = $1`, [
      first.import,
    ]),
  ).toEqual([{ after: { undone: 1, kept: 2, state: 'undone' } }])
  await holds()
})

test('what came onto the roll between dry run and run is left alone and said', async () => {
  const officer = await house.officer(units.county)
  const person = house.stranger()
  const [one, two] = [
    await dryRun(officer, units.county, sheet(line(person))),
    await dryRun(officer, units.county, sheet(line(person))),
  ]
  await run(officer, one)

  const second = await run(officer, two)

  expect(second).toMatchObject({ state: 'done', outcomes: { stale: 1, applied: 0 } })
  expect((await rows(officer, second, { outcome: 'stale' }))[0]?.reason).toBe('试运行之后，此人已经在册')
  expect(await rowsOf(person)).toHaveLength(1)
})

test('what is not needed is not kept: education and wages are read by nobody, and the dry run says so', async () => {
  const officer = await house.officer(units.county)
  const person = house.stranger()
  const looked = await dryRun(
    officer,
    units.county,
    `姓名,身份证号,学历,工资,民族,就业状况\n${person.name},${person.identityNumber},博士,99999,满族,退休\n`,
  )
  expect(looked.dropped).toEqual([expect.stringContaining('学历'), expect.stringContaining('工资')])
  await run(officer, looked)

  expect(
    await house.rows(
      `select d.ethnicity, d.employment from membership.roster_detail d join membership.membership m on m.id = d.membership_id
       join people.person p on p.id = m.person_id where p.identity_digest = $1`,
      [digest(person)],
    ),
  ).toEqual([{ ethnicity: '11', employment: '4' }])
})

test('somebody who is a line that could not be read is not counted as gone', async () => {
  const officer = await house.officer(units.farCounty)
  const person = house.stranger()
  const unit = units.farShop.name
  await run(officer, await dryRun(officer, units.farCounty, sheet(line(person, unit))))
  const wrong = makeIdentityNumber({ address: '440103', birthDate: '1990-05-17', sequence: 1 }).slice(0, 17)

  const next = await dryRun(
    officer,
    units.farCounty,
    sheet(line({ ...person, identityNumber: wrong }, unit), line(house.stranger(), unit)),
  )

  expect((await rows(officer, next, { verdict: 'gone' })).map(({ shown }) => shown['name'])).not.toContain(person.name)
})

test('whose records were compared see that somebody looked; each batch leaves its audit row', async () => {
  const officer = await house.officer(units.county)
  const person = house.stranger()
  const first = await run(officer, await dryRun(officer, units.county, sheet(line(person))))
  const [row] = await house.rows('select id from people.person where identity_digest = $1', [digest(person)])

  await dryRun(officer, units.county, sheet(line(person)))

  expect(
    await house.rows(`select act, account_id from kernel.access where subjects @> array[$1::uuid]`, [row?.['id']]),
  ).toEqual([{ act: 'kernel.check_import', account_id: officer.account }])
  expect((await house.audit(first.import)).map(({ act }) => act).toSorted()).toEqual([
    'kernel.apply_import',
    'kernel.begin_check',
    'kernel.check_import',
    'kernel.close_check',
    'kernel.map_import',
    'kernel.run_import',
    'kernel.upload_import',
  ])
})

test('whoever said that the roster is wrong is not listed there again while their report is open (design 2.1)', async () => {
  const officer = await house.officer(units.county)
  const person = house.stranger()
  await run(officer, await dryRun(officer, units.county, sheet(line(person))))
  const form = {
    ...person,
    identityKind: 'resident_card',
    consents: { notice: noticeVersion, sensitive: true },
    phoneCode: await house.phoneCode(person.phone),
  }
  const { cookie } = await perform(services, house.anyone(), proveClaim, form)
  const who = await whoseSession(services, cookie?.value ?? '')
  if (!who) throw new Error('whoever proves themselves is signed in')
  const actor: PersonActor = { kind: 'person', language: 'zh', keyOwner: who.account, ...who }
  const [claim] = (await house.asks(actor, listMyClaims, {})).items
  await house.does(actor, denyRecord, { cell: claim?.cell, membership: claim?.membership, reason: 'never_joined' })

  const again = await dryRun(officer, units.county, sheet(line(person)))

  expect(again.counts).toMatchObject({ new: 0, invalid: 1 })
  expect(again.faults.map(({ code }) => code)).toEqual(['membership.import.denied'])
})
