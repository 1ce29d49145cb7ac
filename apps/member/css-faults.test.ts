import { expect, test } from 'vitest'
import { oldBrowserFaults, sidedFaults } from './css-faults.ts'

const whats = (css: string) => oldBrowserFaults(css).map(({ what }) => what.split(' (')[0])

test('what Chrome 87 or Safari 14 does not know is found in selectors, at-rules and declarations', () => {
  expect(whats('a:is(b,c){color:red}')).toEqual([':is()'])
  expect(whats('@media (min-width:10px){.a{aspect-ratio:1}}')).toEqual(['aspect-ratio'])
  expect(whats('@layer x{.a{inset:0}}')).toEqual(['@layer', 'inset shorthands'])
  expect(whats('.a{height:100dvh;color:color-mix(in srgb,red,blue)}')).toEqual([
    'new viewport units',
    'new colour functions',
  ])
  expect(whats('.a:focus-visible{outline:none}')).toEqual([':focus-visible outside :not()'])
  expect(whats('@media (width >= 40rem){.a{color:red}}')).toEqual(['media range'])
})

test('what they do know passes, also where it only looks alike', () => {
  const css = `
    /* a:is(b) { inset: 0 } */
    :focus:not(:focus-visible) { outline: none }
    .a { padding-inline-start: 1rem; content: "a:has(b)"; transform: rotate(45deg) }
    @media (min-width: 60rem) { .b { margin-block-end: 2rem; width: min(78vw, 19rem) } }
  `
  expect(oldBrowserFaults(css)).toEqual([])
})

test('gap passes in a grid and not in a flex box', () => {
  expect(whats('.a{display:grid;gap:1rem}')).toEqual([])
  expect(whats('.a{display:flex;gap:1rem}')).toEqual(['gap outside a grid'])
})

test('left and right are found, also inside a shorthand of four values', () => {
  expect(sidedFaults('.a{margin-left:1px;text-align: right}.b{left:0}')).toHaveLength(3)
  expect(sidedFaults('.a{padding:1px 2px 3px 4px}')).toHaveLength(1)
  expect(sidedFaults('.a{padding:1px 2px 3px 2px;margin-inline-start:1px;text-align:start}')).toEqual([])
})
