import type { Figures, FigureTick } from '@gongqiao/modules/insight/contract.ts'

/** The pages a screen holds, with a tick's counts of the union itself; a tick older than what is held changes nothing. */
export function withTick<P extends { readonly pages: readonly Figures[] }>(held: P, tick: FigureTick): P {
  const first = held.pages[0]
  if (first === undefined || tick.asOf < first.asOf) return held
  const { changed: _changed, ...counts } = tick
  const pages = [{ ...first, ...counts }, ...held.pages.slice(1)]
  return { ...held, pages }
}
