import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { useSyncExternalStore } from 'react'
import { keep, recall } from './storage.ts'

/** What a reader chose for this phone: language 语言 and large type 大字. */
export type Preferences = { readonly language: Language; readonly large: boolean }

let current: Preferences = { language: firstLanguage(), large: recall('lasting', 'large') === 'yes' }
const watchers = new Set<() => void>()

function firstLanguage(): Language {
  const kept = recall('lasting', 'language')
  if (kept === 'zh' || kept === 'en') return kept
  return /^zh\b/i.test(window.navigator.language) ? 'zh' : 'en'
}

/** Writes language and type size onto the document, where style sheets and screen readers look for them. */
export function showPreferences(): void {
  document.documentElement.lang = current.language === 'zh' ? 'zh-CN' : 'en'
  document.documentElement.dataset.type = current.large ? 'large' : 'plain'
}

/** Changes what is given, keeps it on this phone and redraws whoever reads it. */
export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  keep('lasting', 'language', current.language)
  keep('lasting', 'large', current.large ? 'yes' : 'no')
  showPreferences()
  for (const watcher of watchers) watcher()
}

/** The preferences now, for code outside components. */
export function preferences(): Preferences {
  return current
}

/** Calls back after every change; answers how to stop. */
export function watchPreferences(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The preferences, redrawing when they change. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(watchPreferences, preferences)
}

/** The speech of one area's texts in the reader's language. */
export function useSpeak<S>(speech: (language: Language) => S): S {
  return speech(usePreferences().language)
}
