import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkName } from './check-name.ts'
import { nameBigrams } from './name-bigrams.ts'
import { normaliseName } from './normalise-name.ts'

const nameCharacter = fc.constantFrom(...'王李阿卜杜热合曼买提娜明𬭎𠮷〇·• ・abCÉé-', 'e\u0301', '\u200b', '　')
const nameLike = fc.array(nameCharacter, { maxLength: 30 }).map((characters) => characters.join(''))

function faultsOf(text: string): string[] {
  const checked = checkName(text)
  return checked.ok ? [] : checked.faults.map((fault) => fault.code)
}

test('every look-alike of the middle dot becomes the one dot', () => {
  for (const dot of '·•・･‧⋅∙●') expect(normaliseName(`买买提${dot}阿卜杜`)).toBe('买买提·阿卜杜')
  expect(normaliseName('买买提 · 阿卜杜')).toBe('买买提·阿卜杜')
})

test('spaces inside a Chinese name go, between words of another script one stays', () => {
  expect(normaliseName(' 王　小 明 ')).toBe('王小明')
  expect(normaliseName(' Maria  da\tSilva ')).toBe('Maria da Silva')
})

test('invisible characters go, full-width letters become narrow, and accents are composed', () => {
  expect(normaliseName('王\u200b小\ufeff明\u2060')).toBe('王小明')
  expect(normaliseName('Ｍａｒｉａ')).toBe('Maria')
  expect(normaliseName('Jose\u0301')).toBe('José')
})

test('normalising twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.oneof(nameLike, fc.string({ unit: 'binary' })), (text) => {
      expect(normaliseName(normaliseName(text))).toBe(normaliseName(text))
    }),
    { numRuns: 2000 },
  )
})

test('names as they are borne are accepted', () => {
  for (const name of [
    '王明',
    '欧阳小明',
    '阿卜杜热合曼·买买提',
    '王𬭎',
    '张〇',
    "O'Brien",
    'Jean-Luc Picard',
    'Nguyễn Văn A',
    '李\ue000',
  ]) {
    expect(checkName(name)).toMatchObject({ ok: true })
  }
})

test('every fault of a name is told at once', () => {
  expect(faultsOf('')).toEqual(['empty'])
  expect(faultsOf(' \u200b ')).toEqual(['empty'])
  expect(faultsOf('··')).toEqual(['empty'])
  expect(faultsOf('王'.repeat(200))).toEqual(['too_long'])
  expect(faultsOf('王1')).toEqual(['digits'])
  expect(faultsOf('王\u0000')).toEqual(['control'])
  expect(faultsOf('王?')).toEqual(['characters'])
  expect(faultsOf('<b>1</b>\u0007')).toEqual(['digits', 'control', 'characters'])
  expect(faultsOf('王\ud83d')).toEqual(['control'])
})

test('fifty characters are allowed, rare ones counting as one, and fifty-one are not', () => {
  expect(faultsOf('𬭎'.repeat(50))).toEqual([])
  expect(faultsOf('𬭎'.repeat(51))).toEqual(['too_long'])
})

test('a checked name checks to itself', () => {
  fc.assert(
    fc.property(nameLike, (text) => {
      const once = checkName(text)
      if (once.ok) expect(checkName(once.value)).toEqual(once)
    }),
  )
})

test('bigrams are pairs of neighbours, a rare character being one', () => {
  expect(nameBigrams('王小明')).toEqual(['王小', '小明'])
  expect(nameBigrams('王𬭎明')).toEqual(['王𬭎', '𬭎明'])
  expect(nameBigrams('王')).toEqual(['王'])
  expect(nameBigrams('')).toEqual([])
})

test('bigrams pay no heed to dots, spaces and case, and hold no pair twice', () => {
  expect(nameBigrams('买提・Ａli')).toEqual(['买提', '提a', 'al', 'li'])
  expect(nameBigrams('娜娜娜')).toEqual(['娜娜'])
})

test('whatever part of a name of two or more characters is searched for, its pairs are among those of the name', () => {
  fc.assert(
    fc.property(nameLike, fc.nat(30), fc.nat(30), (text, a, b) => {
      const name = normaliseName(text)
      const part = [...name].slice(Math.min(a, b), Math.max(a, b)).join('')
      const pairs = nameBigrams(part)
      fc.pre([...part.replace(/[· -]/g, '')].length > 1)
      expect(nameBigrams(name)).toEqual(expect.arrayContaining(pairs))
    }),
    { numRuns: 1000 },
  )
})
