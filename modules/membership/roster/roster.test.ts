import { makeIdentityNumber } from '@gongqiao/codes'
import type { PersonActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import { verify } from '@gongqiao/kernel/verify/verify.ts'
import { whoseSession } from '@gongqiao/modules/people/index.ts'
import { expect, test } from 'vitest'
import { allInvariants } from '../../../apps/server/invariants.ts'
import { openHouse } from '../../../tests/house.ts'
import { importsOf } from '../../../tests/import-sheets.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { denyRecord } from '../commands/deny-record.ts'
import { proveClaim } from '../commands/prove-claim.ts'
import { takeRecord } from '../commands/take-record.ts'
import { listMyClaims } from '../queries/list-my-claims.ts'
import { noticeVersion } from '../texts/notice.ts'

const house = await openHouse()
const { units, services } = house
const { dryRun, run, undo, rows, questions, settle, leave } = importsOf(house)

type Person = { name: string; identityNumber: string; phone: string }
const heading = '姓名,身份证号,手机号码,所在工会,民族'
const line = ({ name, identityNumber, phone }: Person, unit: string = units.shop.name, ethnicity = '汉') =>
  [name, identityNumber, phone, unit, ethnicity].join(',')
const sheet = (...lines: string[]) => `${[heading, ...lines].join('\n')}\n`
const strangers = (count: number) => Array.from({ length: count }, () => house.stranger())

const digest = ({ identityNumber }: Pick<Person, 'identityNumber'>) =>
  services.keyring.digest('identity', `resident_card:${identityNumber}`)
const rowsOf = (person: Person) =>
  house.rows(
    `select m.name, m.status, m.unit_id as unit, p.phone_mask as phone from membership.membership m
     join people.person p on p.cell_id = m.cell_id and p.id = m.person_id where p.identity_digest = $1 order by m.status, m.id`,
    [digest(person)],
  )

async function claims(person: Person): Promise<PersonActor> {
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
  const taken = await perform(services, actor, takeRecord, { cell: claim?.cell, membership: claim?.membership })
  const now = taken.cookie && (await whoseSession(services, taken.cookie.value))
  return now ? { ...actor, ...now } : actor
}

async function holds() {
  await house.settled()
  const found: string[] = []
  await verify(
    services.pool,
    allInvariants,
    { onBreach: ({ name }, { row, words }) => found.push(`${name}: ${row} ${words}`) },
    new AbortController().signal,
  )
  expect(found).toEqual([])
}

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
