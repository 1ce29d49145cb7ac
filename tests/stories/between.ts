import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, request } from 'node:http'

/** An installation seen over a line that loses answers, and that can bring out a new version of the app. */
export type Between = {
  readonly url: string
  /** From now on another version of the app is given out. */
  bringOut(): void
  /** The next request whose address ends so is done, and its answer lost. */
  loseAnswer(ending: string): void
  /** How often something whose address ends so was asked for. */
  asked(ending: string): number
  close(): Promise<void>
}

/** Stands in front of an installation and passes everything on. */
export async function standBetween(installation: string): Promise<Between> {
  let version = 1
  const lost = new Set<string>()
  const paths: string[] = []

  const server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url ?? '/', installation)
    paths.push(pathname)
    const isWorker = pathname === '/sw.js'
    const headers = isWorker ? wholeAnswer(asked.headers) : asked.headers
    const passed = request(new URL(asked.url ?? '/', installation), { method: asked.method, headers }, (given) => {
      const losing = [...lost].find((ending) => pathname.endsWith(ending))
      if (losing !== undefined) {
        lost.delete(losing)
        given.resume().on('end', () => answer.destroy())
      } else if (isWorker) {
        const { 'content-length': _length, etag: _tag, 'last-modified': _modified, ...rest } = given.headers
        answer.writeHead(given.statusCode ?? 502, rest)
        given.on('data', (part) => answer.write(part))
        given.on('end', () => answer.end(`\n// version ${version}\n`))
      } else {
        answer.writeHead(given.statusCode ?? 502, given.headers)
        given.pipe(answer)
      }
    })
    passed.on('error', () => answer.destroy())
    asked.pipe(passed)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return {
    url: `http://localhost:${address.port}`,
    bringOut: () => {
      version += 1
    },
    loseAnswer: (ending) => void lost.add(ending),
    asked: (ending) => paths.filter((path) => path.endsWith(ending)).length,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Headers that ask for the file itself, uncompressed, whatever the browser has kept. */
function wholeAnswer({ 'if-none-match': _tag, 'if-modified-since': _since, ...headers }: IncomingHttpHeaders) {
  return { ...headers, 'accept-encoding': 'identity' }
}
