import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { submitAnonymousAsk } from './commands/submit-anonymous-ask.ts'
import { submitGuestAsk } from './commands/submit-guest-ask.ts'
import { mediaLimits } from './machine.ts'

const house = await openHouse()
const { units } = house
const text = (bytes: Buffer) => bytes.toString('base64')
const webm = (size: number) => Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(size, 1)])

/** A PNG that says how large it is and has nothing in it. */
function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(33)
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').copy(head)
  head.writeUInt32BE(13, 8)
  head.write('IHDR', 12)
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  const end = Buffer.alloc(12)
  end.write('IEND', 4)
  return Buffer.concat([head, Buffer.alloc(36), end])
}

async function faultsOf(form: object): Promise<string[]> {
  try {
    await house.does(house.anyone(), submitAnonymousAsk, { unit: units.county.id, ...form })
    return []
  } catch (error) {
    const { faults } = error as { faults: readonly { field: string; code: string }[] }
    return faults.map(({ field, code }) => `${field} ${code}`)
  }
}

test('everything that is wrong with an ask is named at once', async () => {
  const { phone } = house.stranger()
  const form = {
    unit: units.county.id,
    words: '   ',
    topic: '77',
    employer: { code: '91440101MA5XXXXXX9' },
    pictures: ['bm90IGEgcGljdHVyZQ==', text(Buffer.alloc(300, 1))],
    phone: `${phone}7`,
    phoneCode: '12',
  }
  const error = await house.does(house.anyone(), submitGuestAsk, form).catch((refused) => refused)

  expect(error.faults.map(({ field }: { field: string }) => field).sort()).toEqual([
    '/employer/code',
    '/phone',
    '/phoneCode',
    '/pictures/0',
    '/pictures/1',
    '/topic',
    '/words',
  ])
})

test.each([
  ['says nothing at all', {}, ['/words rights.nothing_said']],
  [
    'has a page that calls itself a recording',
    { voice: { data: text(Buffer.from('<html><script>alert(1)</script>'.repeat(9))), seconds: 3 } },
    ['/voice rights.voice_unreadable'],
  ],
  ['has a recording that is no base64', { voice: { data: '====', seconds: 3 } }, ['/voice rights.voice_unreadable']],
  [
    'has a recording of half an hour',
    { voice: { data: text(webm(300)), seconds: 1_800 } },
    ['/voice rights.voice_too_long'],
  ],
  [
    'has a recording with a few bytes too many',
    { voice: { data: text(webm(mediaLimits.voiceBytes)), seconds: 3 } },
    ['/voice rights.voice_too_large'],
  ],
  [
    'has a picture of a million lines in a hundred bytes',
    { words: '看', pictures: [text(hugePng(100_000, 100_000))] },
    ['/pictures/0 rights.picture_too_large'],
  ],
  [
    'has a picture cut off in the middle',
    {
      words: '看',
      pictures: [text(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x40, 0x00]), Buffer.alloc(80)]))],
    },
    ['/pictures/0 rights.picture_unreadable'],
  ],
  [
    'has a recording where a picture belongs',
    { words: '看', pictures: [text(webm(300))] },
    ['/pictures/0 rights.picture_unreadable'],
  ],
])('an ask that %s is refused in words', async (_what, form, faults) => {
  expect(await faultsOf(form)).toEqual(faults)
})

test('over the wire, a body of many megabytes is refused before it is read to the end', async () => {
  const body = { unit: units.county.id, words: '看', pictures: ['A'.repeat(16 * 1_048_576)] }
  const answer = await house.server.inject({ method: 'POST', url: '/api/asks/anonymous', payload: body })

  expect(answer.statusCode).toBe(413)
  expect(answer.json().code).toBe('kernel.body_too_large')
})
