import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { speaker, type Texts, type Translation } from '@gongqiao/kernel/shared/texts.ts'
import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react'

/** The reader's language, kept on this device. */
export type LanguageStore = {
  now(): Language
  choose(language: Language): void
  subscribe(listener: () => void): () => void
}

const place = 'gongqiao.console.language'

/** Opens the choice kept on this device; Chinese until somebody chooses. */
export function openLanguage(storage: Pick<Storage, 'getItem' | 'setItem'>): LanguageStore {
  let language: Language = storage.getItem(place) === 'en' ? 'en' : 'zh'
  const listeners = new Set<() => void>()
  return {
    now: () => language,
    choose(next) {
      language = next
      storage.setItem(place, next)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const LanguageContext = createContext<LanguageStore | null>(null)

/** Gives the screens below their language and tells the browser which one it is. */
export function LanguageProvider({ store, children }: { store: LanguageStore; children: ReactNode }) {
  const language = useSyncExternalStore(store.subscribe, store.now)
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
  }, [language])
  return <LanguageContext value={store}>{children}</LanguageContext>
}

/** The store itself, for the place where the language is chosen. */
export function useLanguageStore(): LanguageStore {
  const store = useContext(LanguageContext)
  if (store === null) throw new Error('no language above this screen')
  return store
}

/** The reader's language now. */
export function useLanguage(): Language {
  const store = useLanguageStore()
  return useSyncExternalStore(store.subscribe, store.now)
}

/** Makes the hook that speaks one module's texts in the reader's language. */
export function sayer<const T extends Texts>(zh: T, en: Translation<T>) {
  const speak = speaker(zh, en)
  const voices = { zh: speak('zh'), en: speak('en') }
  return function useSay() {
    return voices[useLanguage()]
  }
}
