import { expect, test, vi } from 'vitest'

const card = {
  number: '335904320641',
  name: '<img src=x onerror=alert(1)>',
  unit: { id: '1', name: '"一&二"工会' },
  upper: null,
  status: 'active',
  since: '2020-06-06',
  secret: Buffer.from('gongqiao card secret of a test').toString('base64url'),
  matter: null,
}
const opening = { outerHTML: '', querySelector: () => ({ innerHTML: '<path/>' }) }
const code = { innerHTML: '' }
vi.stubGlobal('window', {
  location: { origin: 'https://union.example' },
  setTimeout: () => 0,
  gongqiaoEarly: {
    language: 'zh',
    answers: {
      '/api/me/card': Promise.resolve(Response.json(card)),
      '/api/installation': Promise.resolve(Response.json({ shortName: '工<桥>', mark: null })),
    },
  },
})
vi.stubGlobal('document', { querySelector: (name: string) => (name === '.opening' ? opening : code) })
await import('./first-card.ts')
await vi.waitFor(() => expect(code.innerHTML).not.toBe(''))

test('the card stands in place of what the page opened with, its living code included', () => {
  expect(opening.outerHTML).toContain('class="card active"')
  expect(opening.outerHTML).toContain('2020年6月6日起是会员')
  expect(opening.outerHTML).toContain('3359 0432 0641')
  expect(code.innerHTML).toMatch(/class="live-modules" d="M0 0h7v1h-7z/)
})

test('a name that looks like markup stays a text', () => {
  expect(opening.outerHTML).not.toContain('<img')
  expect(opening.outerHTML).toContain('&#60;img src=x onerror=alert(1)&#62;')
  expect(opening.outerHTML).toContain('&#34;一&#38;二&#34;工会')
  expect(opening.outerHTML).toContain('工&#60;桥&#62;')
})

test('the answers stay whole for the app', async () => {
  const answers = Object.values(window.gongqiaoEarly?.answers ?? {})

  expect(await Promise.all(answers.map(async (answer) => (await answer).bodyUsed))).toEqual([false, false])
})
