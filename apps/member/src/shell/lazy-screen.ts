import { lazyRouteComponent } from '@tanstack/react-router'
import { leaveOldVersion } from '../worker/leave-old-version.ts'

/** A screen's file did not come; the network, most likely. Asking again is safe. */
export class ScreenLost extends Error {}

/**
 * A screen that is fetched when it is opened.
 *
 * After an upgrade the files of an open page are gone: it is opened anew, and the forms are kept. A lost connection is
 * told instead, since opening anew without a network would take away even what is there.
 */
export function lazyScreen<Module extends Record<string, unknown>, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
) {
  return lazyRouteComponent(() => load().catch(reopenOrTell), name)
}

async function reopenOrTell(cause: unknown): Promise<never> {
  if (await isUpgraded()) {
    await leaveOldVersion()
    window.location.reload()
    return new Promise(() => undefined)
  }
  throw new ScreenLost('the screen was not fetched', { cause })
}

/** Tells whether the server gives out another build than the one that runs here. */
export async function isUpgraded(): Promise<boolean> {
  const running = document.querySelector('script[type="module"][src]')?.getAttribute('src')
  try {
    const page = await (await fetch('/', { cache: 'no-store' })).text()
    return typeof running === 'string' && page.includes('/assets/') && !page.includes(running)
  } catch {
    return false
  }
}
