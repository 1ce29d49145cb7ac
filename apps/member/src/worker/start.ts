import { alertsQuery, cardQuery, matterQuery, mattersQuery, queryClient, selfQuery } from '../api/queries.ts'
import { claimsQuery, recordQuery } from '../claim/queries.ts'
import { isOver } from '../matters/standing.tsx'
import { whenNetworkIsBack } from '../offline/freshness.ts'
import { keepDelivering } from '../outbox/outbox.ts'
import { recall } from '../settings/storage.ts'
import { keepInstallAsk } from './install-ask.ts'
import { watchVersions } from './new-version.ts'

/** What the app does once its first screen stands: keeps itself on the phone, sends what waits, notices new versions. */
export function startBehind(): void {
  keepInstallAsk()
  keepDelivering()
  whenNetworkIsBack(seldom(readAnew))
  window.addEventListener('online', readAnew)
  if (recall('lasting', 'known') === 'yes') void keepForLater()
  void watchVersions()
}

/** Asks anew for everything that is somebody's own, also what is on no screen now: it is old by the same age. */
function readAnew(): void {
  void queryClient.invalidateQueries({ queryKey: ['me'], refetchType: 'all' })
}

/** On a network that comes and goes, everything is not asked for every second. */
const seldomMs = 20_000

function seldom(act: () => void): () => void {
  let last = 0
  return () => {
    if (Date.now() - last < seldomMs) return
    last = Date.now()
    act()
  }
}

/** Most open matters that are read beforehand; hardly anybody has more. */
const mostMatters = 5

/** Reads what somebody wants to see without a network: the card, and every matter that is open. */
async function keepForLater(): Promise<void> {
  await Promise.all([
    queryClient.prefetchQuery(selfQuery),
    queryClient.prefetchQuery(cardQuery),
    queryClient.prefetchQuery(alertsQuery),
    queryClient.prefetchQuery(claimsQuery),
    queryClient.prefetchQuery(recordQuery),
  ])
  const matters = await queryClient.ensureQueryData(mattersQuery).catch(() => undefined)
  const open = (matters?.items ?? []).filter((matter) => !isOver(matter))
  for (const { cell, id } of open.slice(0, mostMatters)) await queryClient.prefetchQuery(matterQuery(cell, id))
}
