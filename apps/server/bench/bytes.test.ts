import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, linksOf, measureBytes } from './bytes.ts'

test('a page loads its scripts, preloads, style sheets, icons and manifest', () => {
  const page = `<script type="module" crossorigin src="/assets/index-a.js"></script>
    <link rel="stylesheet" crossorigin href="/assets/index-b.css"><link rel="manifest" href="/manifest.webmanifest" />
    <a href="/help">help</a>`

  expect(linksOf(page)).toEqual(['assets/index-a.js', 'assets/index-b.css', 'manifest.webmanifest'])
})

test('a chunk needs what it imports as a statement, not what it may import later', () => {
  const script = `import{a as b,t}from"./one.js";import"./two-x_1.js";export*from"./three.js";x=()=>import("./later.js");y=()=>import(\`./never.js\`)`

  expect(importsOf(script)).toEqual(['one.js', 'two-x_1.js', 'three.js'])
})

test('the figure is the larger of the two first screens, and names a part that is gone', async () => {
  const dist = await mkdtemp(join(tmpdir(), 'bytes-'))
  const write = (name: string, text: string) => writeFile(join(dist, name), text)
  const noise = (length: number) =>
    Array.from({ length }, (_, index) => String.fromCharCode(33 + ((index * 7919) % 90))).join('')
  await mkdir(join(dist, 'assets'))
  await write('index.html', '<script type="module" src="/assets/index-1.js"></script>')
  await write('assets/index-1.js', 'import"./shared-2.js"')
  await write('assets/shared-2.js', noise(50))
  await write('assets/first-card-6.js', '')
  await write('assets/home-3.js', 'import"./shared-2.js"')
  await expect(measureBytes(dist)).rejects.toThrow('form-screen')

  await write('assets/form-screen-4.js', noise(90))
  const small = await measureBytes(dist)
  await write('assets/large-5.js', `${Array.from({ length: 300_000 }, () => Math.random().toString(36)).join('')}`)
  await write('assets/form-screen-4.js', 'import"./large-5.js"')
  const large = await measureBytes(dist)
  await rm(dist, { recursive: true })

  expect(small).toMatchObject({ name: 'member.bytes', ok: true })
  expect(large).toMatchObject({ ok: false })
  expect(large.value).toBeGreaterThan(200)
})
