import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeServed } from '../../tests/served.ts'
import { peopleOf } from '../../tests/served-people.ts'

const [served, other] = [await makeServed(), await makeServed()]
const people = peopleOf(served)
afterAll(async () => {
  await served.remove()
  await other.remove()
})

const keyFile = 'demonstration-master.key'

test('the drill: a backup made under load is restored on another machine, where everybody who was told so belongs', async () => {
  await served.start()
  const file = join(served.data, 'drill.backup')
  const before = [await people.joined(), await people.joined()]
  const made = served.run('backup', file)
  for (let round = 0; round < 5; round++) await people.joined()
  expect(await made).toMatchObject({ code: 0 })
  expect(await served.run('backup', file)).toMatchObject({ code: 1, said: expect.stringContaining('is there already') })
  expect(await served.run('restore', file)).toMatchObject({
    code: 1,
    said: expect.stringContaining('there is a database'),
  })

  expect(await other.run('restore', '--check', file)).toMatchObject({
    code: 1,
    said: expect.stringContaining('another master key'),
  })
  await rm(join(other.data, keyFile))
  await copyFile(join(served.data, keyFile), join(other.data, keyFile))
  const bytes = await readFile(file)
  const cut = join(other.data, 'cut.backup')
  await writeFile(cut, bytes.subarray(0, bytes.length - 1000))
  expect(await other.run('restore', cut)).toMatchObject({ code: 1, said: expect.stringContaining('cut off') })
  expect(await other.run('restore', '--check', file)).toMatchObject({ code: 0 })
  expect(await other.run('restore', file)).toMatchObject({ code: 0, said: expect.stringContaining('restored') })

  const verified = await other.run('verify')
  expect(verified.said).not.toContain('✗')
  expect(verified.code).toBe(0)
  await other.start()
  await peopleOf(other).stillThere(before)
  await peopleOf(other).joined()
}, 600_000)
