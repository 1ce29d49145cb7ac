import type { Language } from '@gongqiao/kernel/shared/texts.ts'

declare global {
  interface Window {
    /** Left by `early.js`: answers that were asked for before this code was there. */
    gongqiaoEarly?: { readonly language: Language; readonly answers: { [path: string]: Promise<Response> } }
  }
}

/** Takes an answer that was asked for early, once; undefined when there is none, or it is in another language. */
export function takeEarly(path: string, language: Language): Promise<Response> | undefined {
  const early = window.gongqiaoEarly
  if (early?.language !== language) return undefined
  const answer = early.answers[path]
  delete early.answers[path]
  return answer
}
