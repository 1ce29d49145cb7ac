/** A message's link as a place of this desk: `/units/1` of `/console/units/1`; null for any other place. */
export function insideLink(link: string): string | null {
  const place = /^\/console(\/.*)?$/.exec(link)
  return place === null ? null : (place[1] ?? '/')
}

/** A link that is safe to follow: a place of this installation, never another site or a script. */
export function isOwnLink(link: string): boolean {
  return /^\/(?![/\\])/.test(link)
}
