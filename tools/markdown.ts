/** A link or image of a Markdown page. */
export interface Link {
  readonly target: string
  readonly line: number
}

/** The links of a page; what stands in code is left out. */
export function readLinks(markdown: string): Link[] {
  const links: Link[] = []
  const found = (target: string | undefined, line: number) => target && links.push({ target, line })
  for (const [index, line] of withoutCode(markdown).entries()) {
    for (const [, target] of line.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)) found(target, index + 1)
    for (const [, target] of line.matchAll(/^\s*\[[^\]]+\]:\s*(\S+)/g)) found(target, index + 1)
    for (const [, target] of line.matchAll(/<(?:img|a)\b[^>]*?\b(?:src|href)="([^"]+)"/g)) found(target, index + 1)
  }
  return links
}

/** The anchors of a page, as the common renderers make them out of its headings. */
export function readAnchors(markdown: string): Set<string> {
  const anchors = new Set<string>()
  for (const line of withoutCode(markdown)) {
    const [, heading] = /^#{1,6}\s+(.*?)\s*#*$/.exec(line) ?? []
    if (heading) {
      const base = slugOf(heading)
      let anchor = base
      for (let count = 1; anchors.has(anchor); count++) anchor = `${base}-${count}`
      anchors.add(anchor)
    }
    for (const [, id] of line.matchAll(/<[^>]+\b(?:id|name)="([^"]+)"/g)) if (id) anchors.add(id)
  }
  return anchors
}

function slugOf(heading: string): string {
  return heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-')
}

function withoutCode(markdown: string): string[] {
  let fence = ''
  return markdown.split('\n').map((line) => {
    const [, mark] = /^\s*(```+|~~~+)/.exec(line) ?? []
    if (mark && fence === '') fence = mark
    else if (mark?.startsWith(fence)) fence = ''
    else if (fence === '') return line.replace(/`[^`]*`/g, (code) => (/^#{1,6}\s/.test(line) ? code.slice(1, -1) : ''))
    return ''
  })
}
