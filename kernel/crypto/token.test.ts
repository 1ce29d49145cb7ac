import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { intl } from './intl.ts'
import { sm } from './sm.ts'
import type { CryptoSuite } from './suite.ts'
import { signerId, signToken, tokenVerifier } from './token.ts'

describe.each([sm, intl])('with suite $name', (suite) => {
  const pair = suite.generateSigningKey()
  const signer = { suite, publicKey: pair.publicKey }

  test('a token gives its payload back, for any payload', () => {
    const verify = tokenVerifier([signer])

    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1024 }), (payload) => {
        expect(verify(signToken(suite, pair, payload))).toEqual({ payload: Buffer.from(payload) })
      }),
      { numRuns: 30 },
    )
  })

  test('a token with any character changed is no token', () => {
    const verify = tokenVerifier([signer])
    const text = signToken(suite, pair, Buffer.from('unit 42'))

    for (let index = 0; index < text.length; index++) {
      const changed = `${text.slice(0, index)}${text[index] === 'A' ? 'B' : 'A'}${text.slice(index + 1)}`
      expect(verify(changed)).toHaveProperty('failure')
      expect(verify(text.slice(0, index))).toHaveProperty('failure')
    }
  })

  test('a token of another installation is told from a forged one, with its signer', () => {
    const foreign = suite.generateSigningKey()
    const verify = tokenVerifier([signer])

    const answer = verify(signToken(suite, foreign, Buffer.from('x')))

    const id = signerId({ suite, publicKey: foreign.publicKey }).toString('hex')
    expect(answer).toEqual({ failure: 'unknown_signer', signer: id })
    expect(id).toHaveLength(16)
  })

  test('a token that borrows a known signer’s id is forged', () => {
    const bytes = Buffer.from(signToken(suite, suite.generateSigningKey(), Buffer.from('x')), 'base64url')
    signerId(signer).copy(bytes, 2)

    expect(tokenVerifier([signer])(bytes.toString('base64url'))).toEqual({ failure: 'forged' })
  })

  test('several signers are accepted, so that a key can be replaced while its posters hang', () => {
    const next = suite.generateSigningKey()
    const verify = tokenVerifier([signer, { suite, publicKey: next.publicKey }])

    expect(verify(signToken(suite, pair, Buffer.from('old')))).toHaveProperty('payload')
    expect(verify(signToken(suite, next, Buffer.from('new')))).toHaveProperty('payload')
  })

  test.each(['', 'AA', '工会', '====', ' '.repeat(60), 'A'.repeat(60), 'A'.repeat(100_000)])(
    'what is no token at all is malformed: %#',
    (text) => {
      expect(tokenVerifier([signer])(text)).toEqual({ failure: 'malformed' })
    },
  )

  test('one token has one text: padding or white space makes it malformed', () => {
    const text = signToken(suite, pair, Buffer.from('x'))

    for (const other of [`${text}=`, `${text}\n`, ` ${text}`]) {
      expect(tokenVerifier([signer])(other)).toEqual({ failure: 'malformed' })
    }
  })

  test('a payload over 1024 bytes is refused', () => {
    expect(() => signToken(suite, pair, Buffer.alloc(1025))).toThrow(RangeError)
  })
})

test('a token signed with the other suite’s byte is forged', () => {
  const pair = intl.generateSigningKey()
  const bytes = Buffer.from(signToken(intl, pair, Buffer.from('x')), 'base64url')
  bytes.writeUInt8(sm.id, 1)

  const answer = tokenVerifier([{ suite: intl, publicKey: pair.publicKey }])(bytes.toString('base64url'))

  expect(answer).toEqual({ failure: 'forged' })
})

describe('remembering', () => {
  const pair = intl.generateSigningKey()
  const tokens = ['a', 'b', 'c'].map((text) => signToken(intl, pair, Buffer.from(text)))
  const [a = '', b = '', c = ''] = tokens

  function counting() {
    let checks = 0
    const suite: CryptoSuite = {
      ...intl,
      verifier: (publicKey) => (bytes, signature) => {
        checks++
        return intl.verify(publicKey, bytes, signature)
      },
    }
    return { signer: { suite, publicKey: pair.publicKey }, checks: () => checks }
  }

  test('a good token’s signature is checked once, a forged one’s every time', () => {
    const { signer, checks } = counting()
    const verify = tokenVerifier([signer])
    const forged = `${a.slice(0, -2)}${a.endsWith('AA') ? 'BA' : 'AA'}`

    for (let round = 0; round < 5; round++) {
      expect(verify(a)).toEqual({ payload: Buffer.from('a') })
      expect(verify(forged)).toEqual({ failure: 'forged' })
    }

    expect(checks()).toBe(6)
  })

  test('the token not seen for longest is forgotten first', () => {
    const { signer, checks } = counting()
    const verify = tokenVerifier([signer], 2)

    for (const text of [a, b, a, c]) verify(text)
    expect(checks()).toBe(3)
    verify(a)
    expect(checks()).toBe(3)
    verify(b)
    expect(checks()).toBe(4)
  })

  test('a caller that changes a payload changes nobody else’s', () => {
    const verify = tokenVerifier([{ suite: intl, publicKey: pair.publicKey }])

    for (let round = 0; round < 3; round++) {
      const answer = verify(a)
      expect(answer).toEqual({ payload: Buffer.from('a') })
      if ('payload' in answer) answer.payload?.fill(0)
    }
  })
})
