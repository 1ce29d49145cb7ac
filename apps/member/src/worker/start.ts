import { cardQuery, matterQuery, mattersQuery, queryClient, selfQuery } from '../api/queries.ts'
import { isOver } from '../matters/standing.tsx'
import { keepDelivering } from '../outbox/outbox.ts'
import { recall } from '../settings/storage.ts'
import { keepInstallAsk } from './install-ask.ts'
import { watchVersions } from './new-version.ts'

/** What the app does once its first screen stands: keeps itself on the phone, sends what waits, notices new versions. */
export function startBehind(): void {
  keepInstallAsk()
  keepDelivering()
  window.addEventListener('online', () => void queryClient.invalidateQueries({ queryKey: ['me'] }))
  if (recall('lasting', 'known') === 'yes') void keepForLater()
  void watchVersions()
}

/** Most open matters that are read beforehand; hardly anybody has more. */
const mostMatters = 5

/** Reads what somebody wants to see without a network: the card, and every matter that is open. */
async function keepForLater(): Promise<void> {
  await Promise.all([queryClient.prefetchQuery(selfQuery), queryClient.prefetchQuery(cardQuery)])
  const matters = await queryClient.ensureQueryData(mattersQuery).catch(() => undefined)
  const open = (matters?.items ?? []).filter((matter) => !isOver(matter))
  for (const { cell, id } of open.slice(0, mostMatters)) await queryClient.prefetchQuery(matterQuery(cell, id))
}
