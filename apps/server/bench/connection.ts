import { connect } from 'node:net'

/** One keep-alive connection: sends prepared bytes and waits for the answer. As little work as a load can be. */
export type Connection = {
  /** Sends one request; gives the answer's status. Throws when the connection ends before it. */
  send(request: Buffer): Promise<number>
  close(): void
}

const headEnd = Buffer.from('\r\n\r\n')

/** Writes a request as bytes, once; it can be sent again and again. */
export function requestBytes(
  method: 'GET' | 'POST',
  path: string,
  headers: { readonly [name: string]: string },
  body?: object,
): Buffer {
  const content = body === undefined ? '' : JSON.stringify(body)
  const lines = Object.entries({
    host: 'localhost',
    ...headers,
    ...(body && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(content)) }),
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${content}`)
}

/** How long an answer is that begins with these bytes, and its status; undefined while its head is not complete. */
export function answerOf(bytes: Buffer): { readonly status: number; readonly length: number } | undefined {
  const head = bytes.indexOf(headEnd)
  if (head === -1) return undefined
  const text = bytes.toString('latin1', 0, head)
  const length = /^content-length: (\d+)/im.exec(text)?.[1]
  if (length === undefined) throw new Error('an answer without its length')
  return { status: Number(text.slice(9, 12)), length: head + headEnd.length + Number(length) }
}

/** Opens a connection to a port of this machine. */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let received: Buffer = Buffer.alloc(0)
  let waiting: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  socket.on('error', () => undefined) // followed by the end
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')))
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const answer = answerOf(received)
    if (!answer || received.length < answer.length) return
    received = received.subarray(answer.length)
    waiting?.resolve(answer.status)
  })
  return {
    send(request) {
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      })
    },
    close: () => socket.destroy(),
  }
}
