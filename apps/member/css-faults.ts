/** One thing in a style sheet that the oldest browsers do not know. */
export type CssFault = { readonly what: string; readonly where: string }

type Rule = { readonly what: string; readonly found: RegExp }

/** In selectors and at-rules: first version of Chrome / Safari that knows it. */
const preludes: readonly Rule[] = [
  { what: ':is() (Chrome 88)', found: /:is\(/ },
  { what: ':where() (Chrome 88)', found: /:where\(/ },
  { what: ':has() (Chrome 105, Safari 15.4)', found: /:has\(/ },
  { what: ':dir() (Chrome 120, Safari 16.4)', found: /:dir\(/ },
  { what: ':focus-visible outside :not() (Safari 15.4)', found: /(?:^|[^(]):focus-visible/ },
  { what: ':user-valid, :user-invalid (Chrome 119, Safari 16.5)', found: /:user-(?:in)?valid/ },
  { what: '@layer (Chrome 99, Safari 15.4)', found: /^@layer/ },
  { what: '@container (Chrome 105, Safari 16)', found: /^@container/ },
  { what: '@property (Safari 16.4)', found: /^@property/ },
  { what: '@scope, @starting-style (Chrome 117)', found: /^@(?:scope|starting-style)/ },
  { what: 'media range (Chrome 104, Safari 16.4)', found: /^@media[^{]*[<>]=?/ },
  { what: 'nesting (Chrome 112, Safari 16.5)', found: /&/ },
]

/** In declarations. */
const declarations: readonly Rule[] = [
  { what: 'aspect-ratio (Chrome 88, Safari 15)', found: /^aspect-ratio:/ },
  { what: 'inset shorthands (Safari 14.1)', found: /^inset(?:-inline|-block)?:/ },
  { what: 'inset-inline-… (Safari 14.1)', found: /^inset-(?:inline|block)-(?:start|end):/ },
  { what: 'logical shorthands (Safari 14.1)', found: /^(?:margin|padding)-(?:inline|block):/ },
  { what: 'logical radii (Chrome 89, Safari 15)', found: /^border-(?:start|end)-(?:start|end)-radius:/ },
  { what: 'individual transforms (Chrome 104, Safari 14.1)', found: /^(?:translate|rotate|scale):/ },
  { what: 'content-visibility (Safari 18)', found: /^content-visibility:/ },
  { what: 'subgrid (Chrome 117, Safari 16)', found: /:[^;]*\bsubgrid\b/ },
  { what: 'overflow: clip (Chrome 90, Safari 16)', found: /^overflow(?:-[xy])?:clip/ },
  { what: 'overflow-wrap: anywhere (Safari 15.4)', found: /^overflow-wrap:anywhere/ },
  { what: 'new viewport units (Chrome 108, Safari 15.4)', found: /\d(?:[dsl]v[hwib]|[dsl]vmin|[dsl]vmax)\b/ },
  { what: 'container and line units', found: /\d(?:cq[whib]|cqmin|cqmax|r?lh)\b/ },
  {
    what: 'new colour functions (Chrome 111, Safari 15)',
    found: /\b(?:color-mix|oklch|oklab|lab|lch|hwb|light-dark)\(/,
  },
  { what: 'new arithmetic (Chrome 111, Safari 15.4)', found: /[\s:(,](?:round|mod|rem|sin|cos|tan|abs|sign)\(/ },
]

/**
 * Tells what Chrome 87 and Safari 14.0 do not know in a built style sheet. `gap` is allowed beside `display:grid` only:
 * in a flex box Safari knows it from 14.1.
 */
export function oldBrowserFaults(css: string): CssFault[] {
  const faults: CssFault[] = []
  for (const { prelude, body } of blocks(css)) {
    for (const { what, found } of preludes) if (found.test(prelude)) faults.push({ what, where: prelude })
    const lines = body.map((line) => line.replace(/\s*:\s*/, ':'))
    for (const line of lines) {
      for (const { what, found } of declarations)
        if (found.test(line)) faults.push({ what, where: `${prelude} { ${line} }` })
      if (/^(?:row-|column-)?gap:/.test(line) && !lines.includes('display:grid')) {
        faults.push({ what: 'gap outside a grid (Safari 14.1)', where: `${prelude} { ${line} }` })
      }
    }
  }
  return faults
}

const sided =
  /^(?:margin|padding|border|inset)-(?:left|right)\b|^(?:left|right):|^(?:float|clear|text-align):(?:left|right)/

/** Tells where a written style sheet speaks of left and right instead of start and end. */
export function sidedFaults(css: string): CssFault[] {
  return blocks(css).flatMap(({ prelude, body }) =>
    body
      .map((line) => line.replace(/\s*:\s*/, ':'))
      .filter((line) => sided.test(line) || isLopsided(line))
      .map((line) => ({ what: 'left or right instead of start or end', where: `${prelude} { ${line} }` })),
  )
}

/** A shorthand of four values whose second and fourth differ means left and right. */
function isLopsided(line: string): boolean {
  const [, values = ''] = /^(?:margin|padding|inset):(.*)$/.exec(line) ?? []
  const [, right, , left] = values.split(/\s+(?![^(]*\))/)
  return left !== undefined && left !== right
}

/** Rules of a style sheet, flat: what stands before the brace, and the declarations inside. */
function blocks(css: string): { readonly prelude: string; readonly body: readonly string[] }[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"[^"]*"|'[^']*'/g, '""')
  const found: { prelude: string; body: string[] }[] = []
  const open: { prelude: string; body: string[] }[] = []
  let text = ''
  const declare = () => {
    if (text.trim() !== '') open[open.length - 1]?.body.push(text.trim())
    text = ''
  }
  for (const character of bare) {
    if (character === '{') {
      const block = { prelude: text.trim(), body: [] }
      open.push(block)
      found.push(block)
      text = ''
    } else if (character === '}') {
      declare()
      open.pop()
    } else if (character === ';') declare()
    else text += character
  }
  return found
}
