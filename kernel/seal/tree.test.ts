import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suiteNamed } from '../crypto/suites.ts'
import { isConsistent, rootByInclusion } from './proof.ts'
import { consistencySpans, Frontier, inclusionSpans, joined, perfectNodes, type Span, treeHash } from './tree.ts'

const hash = treeHash(suiteNamed('intl'))

// RFC 6962 §2.1 word for word, over lists: what the trees of the product are compared with.
const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
const power = (count: number) => 2 ** (Math.ceil(Math.log2(count)) - 1)
function naiveRoot(data: readonly Buffer[]): Buffer {
  const [only] = data
  if (!only) return sha()
  if (data.length === 1) return sha(Buffer.from([0]), only)
  const k = power(data.length)
  return sha(Buffer.from([1]), naiveRoot(data.slice(0, k)), naiveRoot(data.slice(k)))
}
function naivePath(m: number, data: readonly Buffer[]): Buffer[] {
  if (data.length === 1) return []
  const k = power(data.length)
  return m < k
    ? [...naivePath(m, data.slice(0, k)), naiveRoot(data.slice(k))]
    : [...naivePath(m - k, data.slice(k)), naiveRoot(data.slice(0, k))]
}
function naiveProof(m: number, data: readonly Buffer[], whole = true): Buffer[] {
  if (m === data.length) return whole ? [] : [naiveRoot(data)]
  const k = power(data.length)
  return m <= k
    ? [...naiveProof(m, data.slice(0, k), whole), naiveRoot(data.slice(k))]
    : [...naiveProof(m - k, data.slice(k), false), naiveRoot(data.slice(0, k))]
}

function grown(data: readonly Buffer[]) {
  const frontier = new Frontier(hash)
  const nodes = new Map<string, Buffer>()
  data.forEach((content, number) => {
    const leaf = hash.leaf(content)
    nodes.set(`0/${number}`, leaf)
    frontier.append(leaf, (node, of) => void nodes.set(`${node.level}/${node.number}`, of))
  })
  const of = (span: Span) =>
    joined(
      hash,
      perfectNodes(span).map(({ level, number }) => nodes.get(`${level}/${number}`) ?? Buffer.alloc(0)),
    )
  return { frontier, of }
}
const contents = fc.array(
  fc.uint8Array({ maxLength: 9 }).map((bytes) => Buffer.from(bytes)),
  { minLength: 1, maxLength: 90 },
)
const hex = (hashes: readonly Buffer[]) => hashes.map((one) => one.toString('hex'))

test('the eight known leaves of Certificate Transparency give its known roots and proofs', () => {
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]
  const data = leaves.map((leaf) => Buffer.from(leaf, 'hex'))

  expect(new Frontier(hash).root().toString('hex')).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  )
  expect(
    roots.map((_root, at) =>
      grown(data.slice(0, at + 1))
        .frontier.root()
        .toString('hex'),
    ),
  ).toEqual(roots)
  const { of } = grown(data)
  expect(hex(inclusionSpans(5, 8).map(of))).toEqual([
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ])
  expect(hex(consistencySpans(6, 8).map(of))).toEqual([
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ])
})

test('a tree that grows leaf by leaf has the roots of RFC 6962, whenever it is put away and taken up again', () => {
  fc.assert(
    fc.property(contents, fc.nat(), (data, stop) => {
      const middle = stop % data.length
      const before = grown(data.slice(0, middle)).frontier
      const after = Frontier.read(hash, middle, before.bytes())
      for (const content of data.slice(middle)) after.append(hash.leaf(content))

      expect(after.root()).toEqual(naiveRoot(data))
    }),
  )
})

test('inclusion proofs are those of RFC 6962 and hold for their leaf alone', () => {
  fc.assert(
    fc.property(contents, fc.nat(), fc.nat(), (data, first, second) => {
      const [index, other] = [first % data.length, second % data.length]
      const proof = inclusionSpans(index, data.length).map(grown(data).of)
      const root = (leaf: Buffer, at = index, size = data.length) => rootByInclusion(hash, leaf, at, size, proof)
      const leaf = hash.leaf(data[index] ?? Buffer.alloc(0))

      expect(hex(proof)).toEqual(hex(naivePath(index, data)))
      expect(root(leaf)).toEqual(naiveRoot(data))
      expect(root(hash.leaf(Buffer.from('something else')))).not.toEqual(naiveRoot(data))
      if (!data[other]?.equals(data[index] ?? leaf)) expect(root(leaf, other)).not.toEqual(naiveRoot(data))
      expect(rootByInclusion(hash, leaf, index, data.length, [...proof, leaf])).toBeUndefined()
      if (proof.length > 0) expect(rootByInclusion(hash, leaf, index, data.length, proof.slice(1))).toBeUndefined()
    }),
  )
})

test('consistency proofs are those of RFC 6962, and none fits another beginning', () => {
  fc.assert(
    fc.property(contents, fc.nat(), (data, some) => {
      const first = 1 + (some % data.length)
      const proof = consistencySpans(first, data.length).map(grown(data).of)
      const before = { size: first, root: naiveRoot(data.slice(0, first)) }
      const after = { size: data.length, root: naiveRoot(data) }
      const other = { size: first, root: naiveRoot([...data.slice(0, first - 1), Buffer.from('something else')]) }

      expect(hex(proof)).toEqual(hex(naiveProof(first, data)))
      expect(isConsistent(hash, before, after, proof)).toBe(true)
      expect(isConsistent(hash, other, after, proof)).toBe(false)
      expect(isConsistent(hash, before, { ...after, root: other.root }, proof)).toBe(false)
      expect(isConsistent(hash, before, after, [...proof, after.root])).toBe(false)
    }),
  )
})

test('what is no leaf and no beginning of a tree has no proof', () => {
  expect(() => inclusionSpans(3, 3)).toThrow(RangeError)
  expect(() => consistencySpans(4, 3)).toThrow(RangeError)
  expect(() => consistencySpans(0, 3)).toThrow(RangeError)
  expect(() => new Frontier(hash, 3, [hash.empty()])).toThrow(RangeError)
  expect(rootByInclusion(hash, hash.empty(), 1, 1, [])).toBeUndefined()
  expect(isConsistent(hash, { size: 0, root: hash.empty() }, { size: 2, root: hash.empty() }, [])).toBe(false)
})
