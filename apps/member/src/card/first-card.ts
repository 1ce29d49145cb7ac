import type { Card } from '@gongqiao/modules/membership/contract.ts'
import { formatCardNumber, formatDay } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { networkNow, noteServerDate } from '../api/clock.ts'
import type { Installation } from '../api/queries.ts'
import { homeTexts } from '../home/texts/index.ts'
import { checkLink, codeAt } from './minute.ts'
import { drawQr } from './qr.ts'
import { ringPath, ringShare } from './ring.ts'
import { cardTexts } from './texts/index.ts'

/*
 * Draws home's card with its living code while the app itself is still on its way: on a slow phone the code can be shown
 * seconds earlier. The same elements as `CardFace`, without React; the app puts its own in their place.
 */
const early = window.gongqiaoEarly
void readEarly().then(
  (read) => read && show(asCard(read[0]), asInstallation(read[1])),
  () => undefined, // the app tells that the network is lost
)

/** Both answers, left whole for the app; undefined when one is a refusal, or the app has come first. */
async function readEarly(): Promise<[unknown, unknown] | undefined> {
  const [card, installation] = await Promise.all([early?.answers['/api/me/card'], early?.answers['/api/installation']])
  if (card?.ok !== true || card.bodyUsed || installation?.ok !== true || installation.bodyUsed) return undefined
  noteServerDate(card.headers.get('Date'))
  return Promise.all([card.clone().json(), installation.clone().json()])
}

function show(card: Card, { shortName, mark }: Installation): void {
  const opening = document.querySelector('.opening')
  if (opening === null || early === undefined) return
  const t = cardTexts(early.language)
  const net = opening.querySelector('svg')?.innerHTML ?? ''
  const sign = (size: number) =>
    mark ? `<img src="${text(mark)}" width="${size}" height="${size}" alt="">` : drawing(net, size)
  const since = card.since === null ? t('provisionalSince') : t('since', { day: formatDay(card.since, early.language) })
  opening.outerHTML = `<div class="screen with-tabs first-card">
<header class="top"><div class="brand">${sign(30)}<span>${text(shortName)}</span></div></header>
<main id="content"><h1>${text(homeTexts(early.language)('hello', { name: card.name }))}</h1>
<article class="card ${text(card.status)}" aria-label="${text(t('card'))}">${drawing(net, 220, 'card-net')}
<header class="card-head">${sign(26)}<span class="card-issuer">${text(shortName)}</span>
<span class="card-status"><span>${text(nameOf(early.language, 'status', card.status))}</span></span></header>
<div class="card-body"><div class="card-words"><p class="card-name">${text(card.name)}</p>
<p class="card-unit">${text(card.unit.name)}</p><p class="card-since">${text(since)}</p></div>
<div class="live-code"><svg class="live-code-drawing" viewBox="0 0 100 100" role="img" aria-label="${text(t('codeOf'))}"></svg></div></div>
<footer class="card-foot"><p class="card-number"><span class="hidden-words">${text(t('number'))} </span>${text(formatCardNumber(card.number))}</p></footer></article></main></div>`
  keepAlive(card)
}

/** Draws the code of the minute and the ring of the second, until the app has put its own card in this one's place. */
function keepAlive({ number, secret }: Card): void {
  const place = document.querySelector('.first-card .live-code-drawing')
  if (place === null) return
  const now = networkNow()
  const { path, size } = drawQr(checkLink(window.location.origin, number, codeAt(number, secret, now)))
  place.innerHTML = `<path class="live-ring-ground" d="${ringPath}"/>
<path class="live-ring" d="${ringPath}" pathLength="1" stroke-dasharray="${ringShare(now)} 1"/>
<svg x="11" y="11" width="78" height="78" viewBox="0 0 ${size} ${size}"><path class="live-modules" d="${path}" shape-rendering="crispEdges"/></svg>`
  window.setTimeout(keepAlive, 1_000, { number, secret })
}

function drawing(paths: string, size: number, name = ''): string {
  return `<svg viewBox="0 0 48 48" width="${size}" height="${size}" class="${name}" aria-hidden="true">${paths}</svg>`
}

/** A text inside markup: what somebody wrote stays a text. */
function text(value: string): string {
  return value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Safe because the server checks every answer against the contract the type was taken from before it sends it. */
function asCard(body: unknown): Card {
  return body as Card
}

/** Safe for the same reason. */
function asInstallation(body: unknown): Installation {
  return body as Installation
}
