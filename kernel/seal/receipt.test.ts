import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { suites } from '../crypto/suites.ts'
import { newId } from '../shared/ids.ts'
import { checkReceipt } from './check-receipt.ts'
import { findMyReceipt, findReceipt } from './find-receipt.ts'
import { writeRows } from './rows-for-tests.ts'
import { sealNew } from './seal-new.ts'

const house = await openHouse()
const { services } = house
const seal = () => sealNew(house.jobPool, services)
const verdict = (receipt: object, trusted?: Buffer) => checkReceipt(JSON.stringify(receipt), suites, trusted)

const member = await house.applies()
const officer = await house.officer(house.units.shop)
const { cell } = house.units.shop
const looked = async () =>
  (await writeRows(services, cell, { access: 1 }, services.now(), member.actor.person)).access[0] ?? ''
const acted = async () =>
  (await writeRows(services, cell, { audit: 1 }, services.now(), officer.account)).audit[0] ?? ''
const mine = (row: string, log = 'access') => house.asks(member.actor, findMyReceipt, { cell, log, row })
const own = (row: string, log = 'audit') => house.asks(officer, findReceipt, { cell, log, row })

test('a person gets a receipt of a look at their record once it is sealed, and it holds on any machine', async () => {
  const row = await looked()
  await expect(mine(row)).rejects.toMatchObject({ code: 'seal.not_yet' })
  await seal()

  const receipt = await mine(row)

  expect(receipt.row).toMatchObject({ id: row, bytes: null })
  expect(receipt.says).toEqual({
    at: '2026-03-02T01:00:00.000Z',
    act: 'house.look',
    by: '沙面制衣厂工会 工会干部',
  })
  expect(verdict(receipt)).toMatchObject({ faults: [], key: receipt.seal.key })
})

test('an officer gets a receipt of their own act with every word of the row proven', async () => {
  const row = await acted()
  await seal()

  const { faults, texts } = verdict(await own(row))

  expect(faults).toEqual([])
  expect(texts).toMatchObject({ id: row, act: 'house.act', after: '{"state": "done", "amount": 1.50}' })
})

test('receipts hold whatever the tree was like when they were sealed, and however it grew since', async () => {
  const rows: string[] = []
  for (let turn = 0; turn < 40; turn++) {
    rows.push(await acted())
    await writeRows(services, cell, { audit: turn % 7 })
    await writeRows(services, 330_825, { audit: 1 })
    if (turn % 3 === 0) await seal()
  }
  await seal()

  for (const row of rows) expect(verdict(await own(row)).faults).toEqual([])
})

test('a receipt in which anything was changed does not hold, and says where', async () => {
  const row = await acted()
  await writeRows(services, cell, { audit: 5 })
  await writeRows(services, 440_104, { audit: 1 })
  await seal()
  const good = await own(row)
  const other = suites.find(({ name }) => name === good.suite)?.generateSigningKey().publicKey ?? Buffer.alloc(0)
  const zeros = '0'.repeat(64)
  const bytes = Buffer.from(good.row.bytes ?? '', 'base64')
  bytes[bytes.length - 1] = 0x7e

  const changed: readonly (readonly [object, readonly string[]])[] = [
    [{ ...good, row: { ...good.row, bytes: bytes.toString('base64') } }, ['row_changed']],
    [{ ...good, row: { ...good.row, id: newId() } }, ['row_changed']],
    [{ ...good, row: { ...good.row, hash: zeros, bytes: null } }, ['cell_proof_wrong']],
    [{ ...good, cell: { ...good.cell, number: good.cell.number - 1 } }, ['cell_proof_wrong']],
    [{ ...good, cell: { ...good.cell, root: zeros } }, ['cell_proof_wrong', 'network_proof_wrong']],
    [{ ...good, network: { ...good.network, proof: [] } }, ['network_proof_wrong']],
    [{ ...good, seal: { ...good.seal, at: '2025-01-01T00:00:00.000Z' } }, ['signature_wrong']],
    [{ ...good, seal: { ...good.seal, publicKey: other.toString('base64') } }, ['signature_wrong']],
    [{ ...good, suite: 'rot13' }, ['suite_unknown']],
    [{ ...good, row: 'none' }, ['unreadable']],
  ]
  for (const [receipt, faults] of changed) expect(verdict(receipt).faults).toEqual(faults)
  expect(verdict(good, other).faults).toEqual(['other_key'])
  expect(verdict(good, Buffer.from(good.seal.publicKey, 'base64')).faults).toEqual([])
})

test('nobody gets a receipt of what is not theirs, nor learns that it exists', async () => {
  const [look, act] = [await looked(), await acted()]
  const stranger = await house.applies()
  const other = await house.officer(house.units.shop)
  await seal()

  for (const ask of [
    () => house.asks(stranger.actor, findMyReceipt, { cell, log: 'access', row: look }),
    () => house.asks(other, findReceipt, { cell, log: 'audit', row: act }),
    () => house.asks(officer, findReceipt, { cell, log: 'access', row: look }),
    () => mine(act, 'audit'),
    () => mine(newId()),
    () => own(newId()),
  ])
    await expect(ask()).rejects.toMatchObject({ code: 'kernel.absent' })
})
