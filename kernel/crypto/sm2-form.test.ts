import { expect, test } from 'vitest'
import { sm } from './sm.ts'
import { encodeSm2Signature, parseSm2Signature, signedDigest, sm2Point } from './sm2-form.ts'

const number = (hex: string) => Buffer.from(hex.padStart(64, '0'), 'hex')
const order = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123'
const greatest = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54122'

test.each<[string, string, string]>([
  ['small numbers', number('01').toString('hex') + number('7f').toString('hex'), '300602010102017f'],
  [
    'a number whose first bit is set',
    `${number('80').toString('hex')}${number('ff00').toString('hex')}`,
    '300902020080020300ff00',
  ],
  ['the greatest numbers', greatest + greatest, `3046022100${greatest}022100${greatest}`],
])('a signature of %s is written in the shortest DER and read back', (_, pair, der) => {
  const bytes = Buffer.from(der, 'hex')

  expect(encodeSm2Signature(Buffer.from(pair, 'hex')).toString('hex')).toBe(bytes.toString('hex'))
  expect(parseSm2Signature(bytes)?.toString('hex')).toBe(pair)
})

test.each<[string, string]>([
  ['nothing', ''],
  ['a zero', '3006020100020101'],
  ['the order itself', `3026022100${order}020101`],
  ['a negative number', '3006020180020101'],
  ['a needless leading zero', '300702020001020101'],
  ['a long length', '30810602010102017f'],
  ['bytes after the end', '300602010102017f00'],
  ['an end too early', '3006020101'],
  ['another type', '300603010102017f'],
])('a signature with %s is none', (_, der) => {
  expect(parseSm2Signature(Buffer.from(der, 'hex'))).toBeUndefined()
})

test('the signature of the standard’s own example is accepted, and what it is made over is the standard’s digest', () => {
  const x = '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020'
  const y = 'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13'
  const publicKey = Buffer.from(`3059301306072a8648ce3d020106082a811ccf5501822d03420004${x}${y}`, 'hex')
  const r = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3'
  const s = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'
  const message = Buffer.from('message digest')

  const digest = signedDigest(sm2Point(publicKey), message).toString('hex')

  expect(digest).toBe('f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640') // GM/T 0003.5 appendix A
  expect(sm.verify(publicKey, message, encodeSm2Signature(Buffer.from(r + s, 'hex')))).toBe(true)
})
