import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { answerOf, openConnection, requestBytes } from './connection.ts'

test('an answer is complete with the last byte its head announces', () => {
  const head = 'HTTP/1.1 201 Created\r\nContent-Length: 3\r\n\r\n'

  expect(answerOf(Buffer.from('HTTP/1.1 201 Cre'))).toBeUndefined()
  expect(answerOf(Buffer.from(`${head}a`))).toEqual({ status: 201, length: head.length + 3 })
  expect(() => answerOf(Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'))).toThrow()
})

test('one connection carries one request after another, and gives the status of each', async () => {
  const seen: string[] = []
  const server = createServer((request, answer) => {
    let body = ''
    request.on('data', (chunk) => {
      body += String(chunk)
    })
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${body}`)
      const text = '长'.repeat(40_000)
      answer.writeHead(request.url === '/a' ? 200 : 422, { 'content-length': Buffer.byteLength(text) }).end(text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const connection = await openConnection(typeof address === 'object' ? (address?.port ?? 0) : 0)

  const statuses = [
    await connection.send(requestBytes('GET', '/a', {})),
    await connection.send(requestBytes('POST', '/b', { accept: '*/*' }, { name: '工' })),
  ]
  connection.close()
  server.close()

  expect(statuses).toEqual([200, 422])
  expect(seen).toEqual(['GET /a ', 'POST /b {"name":"工"}'])
})
