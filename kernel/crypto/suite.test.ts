import { execFileSync } from 'node:child_process'
import { createCipheriv } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { intl } from './intl.ts'
import { sm } from './sm.ts'
import { SealBroken } from './suite.ts'
import { suiteNamed, suiteWithId } from './suites.ts'

const folder = mkdtempSync(join(tmpdir(), 'suite-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('known answers', () => {
  test('SM3 of "abc" and of 64 bytes are those of GB/T 32905 appendix A', () => {
    expect(sm.hash(Buffer.from('abc')).toString('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
    expect(sm.hash(Buffer.from('abcd'.repeat(16))).toString('hex')).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    )
  })

  test('the platform’s SM4 gives the example of GB/T 32907 appendix A', () => {
    const example = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')

    const cipher = createCipheriv('sm4-cbc', example, Buffer.alloc(16)).setAutoPadding(false)

    expect(cipher.update(example).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  })

  test('SHA-256 and HMAC-SHA-256 are those of FIPS 180-4 and RFC 4231', () => {
    expect(intl.hash(Buffer.from('abc')).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(intl.mac(Buffer.from('Jefe'), Buffer.from('what do ya want for nothing?')).toString('hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
  })

  test('HMAC-SM3 is that of GM/T 0042', () => {
    const key = Buffer.from('0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20', 'hex')
    const text = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'

    expect(sm.mac(key, Buffer.from(text.repeat(2))).toString('hex')).toBe(
      'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
    )
  })
})

describe.each([sm, intl])('suite $name', (suite) => {
  const key = Buffer.alloc(suite.sealKeyBytes, 7)
  const aad = Buffer.from('place')

  test('is found by its name and by its byte', () => {
    expect(suiteNamed(suite.name)).toBe(suite)
    expect(suiteWithId(suite.id)).toBe(suite)
  })

  test('opens what it sealed, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (plain, place) => {
        expect(suite.open(key, place, suite.seal(key, place, plain))).toEqual(Buffer.from(plain))
      }),
    )
  })

  test('a prepared key seals, opens and digests as the key itself does', () => {
    const plain = Buffer.from('text')
    const sealer = suite.sealer(key)

    expect(sealer.open(aad, suite.seal(key, aad, plain))).toEqual(plain)
    expect(suite.open(key, aad, sealer.seal(aad, plain))).toEqual(plain)
    expect(suite.digester(key)(plain)).toEqual(suite.mac(key, plain))
  })

  test('never seals the same text to the same bytes', () => {
    expect(suite.seal(key, aad, Buffer.from('x'))).not.toEqual(suite.seal(key, aad, Buffer.from('x')))
  })

  test('opens nothing of which one bit was changed, or that was cut', () => {
    const sealed = suite.seal(key, aad, Buffer.from('110105194912310021'))

    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => suite.open(key, aad, changed)).toThrow(SealBroken)
    }
    for (let length = 0; length < sealed.length; length++) {
      expect(() => suite.open(key, aad, sealed.subarray(0, length))).toThrow(SealBroken)
    }
  })

  test('opens nothing under another key or associated data, nor with bytes shifted between the two', () => {
    const sealed = suite.seal(key, aad, Buffer.from('text'))
    const shifted = Buffer.concat([aad.subarray(-1), sealed])

    expect(() => suite.open(Buffer.alloc(key.length, 8), aad, sealed)).toThrow(SealBroken)
    expect(() => suite.open(key, Buffer.from('Place'), sealed)).toThrow(SealBroken)
    expect(() => suite.open(key, aad.subarray(0, -1), shifted)).toThrow(SealBroken)
  })

  test('refuses a sealing key of a wrong length', () => {
    expect(() => suite.seal(key.subarray(1), aad, aad)).toThrow(RangeError)
    expect(() => suite.open(key.subarray(1), aad, suite.seal(key, aad, aad))).toThrow(RangeError)
  })

  test('verifies what it signed, and nothing else', () => {
    const pair = suite.generateSigningKey()
    const verify = suite.verifier(pair.publicKey)
    const bytes = Buffer.from('工会')

    const signature = suite.sign(pair, bytes)

    expect(suite.verify(pair.publicKey, bytes, signature)).toBe(true)
    expect(verify(bytes, signature)).toBe(true)
    expect(verify(Buffer.from('公会'), signature)).toBe(false)
    expect(suite.verify(suite.generateSigningKey().publicKey, bytes, signature)).toBe(false)
    for (let byte = 0; byte < signature.length; byte++) {
      const changed = Buffer.from(signature)
      changed.writeUInt8(changed.readUInt8(byte) ^ 1, byte)
      expect(verify(bytes, changed)).toBe(false)
      expect(verify(bytes, signature.subarray(0, byte))).toBe(false)
    }
    expect(verify(bytes, Buffer.concat([signature, Buffer.alloc(1)]))).toBe(false)
  })

  test('refuses a key of the other suite', () => {
    const other = suite === sm ? intl : sm
    const pair = other.generateSigningKey()

    expect(() => suite.verifier(pair.publicKey)).toThrow('public key is not')
    expect(() => suite.verify(pair.publicKey, aad, aad)).toThrow('public key is not')
  })
})

describe('openssl as judge of SM2', () => {
  const options = ['-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678']
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' }).toString()
  const message = Buffer.from('联合会 signed by either side')
  writeFileSync(join(folder, 'message'), message)

  test('openssl accepts 40 signatures of ours, and refuses one over another message', () => {
    const pair = sm.generateSigningKey()
    writeFileSync(join(folder, 'ours.pub'), pair.publicKey)
    const judge = (signature: Buffer) => {
      writeFileSync(join(folder, 'signature'), signature)
      const input = ['-in', 'message', '-sigfile', 'signature']
      return openssl('pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-inkey', 'ours.pub', ...input, ...options)
    }

    for (let round = 0; round < 40; round++) {
      expect(judge(sm.sign(pair, message))).toContain('Verified Successfully')
    }
    expect(() => judge(sm.sign(pair, Buffer.from('other')))).toThrow()
  })

  test('we accept 40 signatures of openssl made with its own key, and sign with that key', () => {
    openssl('genpkey', '-algorithm', 'SM2', '-out', 'theirs.pem')
    openssl('pkcs8', '-topk8', '-nocrypt', '-in', 'theirs.pem', '-outform', 'DER', '-out', 'theirs.key')
    openssl('pkey', '-in', 'theirs.pem', '-pubout', '-outform', 'DER', '-out', 'theirs.pub')
    const read = (name: string) => readFileSync(join(folder, name))
    const publicKey = read('theirs.pub')
    const verify = sm.verifier(publicKey)

    for (let round = 0; round < 40; round++) {
      openssl('pkeyutl', '-sign', '-inkey', 'theirs.pem', '-in', 'message', '-out', 'signature', ...options)
      expect(verify(message, read('signature'))).toBe(true)
    }
    expect(verify(message, sm.sign({ privateKey: read('theirs.key'), publicKey }, message))).toBe(true)
  })
})
