import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'

const house = await openHouse()

test('an address of the interface that never was, and a file that is gone, are not answered with a page', async () => {
  for (const url of ['/api/nothing', '/assets/gone.js', '/console/assets/gone.js']) {
    const answer = await house.server.inject({ url })

    expect([url, answer.statusCode, answer.json().code]).toEqual([url, 404, 'kernel.no_such_address'])
  }
})
