import type { OfficerSelf, Post } from '@gongqiao/modules/organization/contract.ts'

const place = 'gongqiao.console.post'

/**
 * The post to act as: the one in the address, else the one last used in this tab, else the first.
 *
 * Null when the officer holds none.
 */
export function actingPost(self: OfficerSelf, asked: string | undefined, kept: string | null): Post | null {
  const byId = (id: string | null | undefined) => self.posts.find((post) => post.id === id)
  return byId(asked) ?? byId(kept) ?? self.posts[0] ?? null
}

/** The post this tab used last. */
export function keptPost(): string | null {
  return sessionStorage.getItem(place)
}

export function keepPost(id: string | null): void {
  if (id === null) sessionStorage.removeItem(place)
  else sessionStorage.setItem(place, id)
}

/** Where to go after sign-in: an address inside the desk, never another site. */
export function safeReturn(back: string | undefined): string {
  return back !== undefined && /^\/(?![/\\])/.test(back) && !back.startsWith('/sign-in') ? back : '/'
}
