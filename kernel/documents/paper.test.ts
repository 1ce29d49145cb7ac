import { expect, test } from 'vitest'
import { readPdf } from '../../tests/read-pdf.ts'
import { type Paper, writePaper } from './paper.ts'

const paper: Paper = {
  title: '关于成立沙面制衣厂工会的批复',
  language: 'zh',
  number: '工组〔2026〕3号',
  foot: '核对码 8230 4417',
  brand: '工桥',
  made: new Date('2026-11-22T08:00:00Z'),
  blocks: [
    { kind: 'text', text: '沙面制衣厂：', indent: false },
    { kind: 'text', text: '同意成立工会筹备组，由龚䶮𬭎等三人组成。', indent: true },
    {
      kind: 'fields',
      rows: [
        ['职工人数', '128'],
        ['所在地', '广州市荔湾区'],
      ],
    },
    {
      kind: 'table',
      head: ['姓名', '职务'],
      rows: Array.from({ length: 60 }, (_, at) => [`委员${at}`, '委员']),
      shares: [2, 1],
    },
    { kind: 'list', items: ['一份', '两份'] },
    { kind: 'signature', by: '荔湾区总工会', on: '2026年11月22日' },
  ],
}

test('a paper holds every word it was given, rare characters too, with the head of a table on each page', async () => {
  const pages = readPdf(await writePaper(paper))

  const words = pages.map(({ text }) => text.replace(/\s/g, '')).join('\n')
  for (const word of [
    '关于成立沙面制衣厂工会的批复',
    '工组〔2026〕3号',
    '龚䶮𬭎',
    '职工人数',
    '128',
    '委员59',
    '荔湾区总工会',
    '2026年11月22日',
  ])
    expect(words).toContain(word)
  expect(pages.length).toBeGreaterThan(1)
  for (const { text } of pages.slice(0, 2)) expect(text.replace(/\s/g, '')).toContain('姓名职务')
  expect(pages.every(({ text }) => text.replace(/\s/g, '').includes('核对码82304417'))).toBe(true)
})

test('an address in a text is a text: nothing is fetched and no file is read', async () => {
  const text = 'http://127.0.0.1:1/secret.png file:///etc/passwd'
  const [page] = readPdf(await writePaper({ ...paper, blocks: [{ kind: 'text', text }] }))

  expect(page?.text.replace(/\s/g, '')).toContain('file:///etc/passwd')
})
