import type { Config } from '@gongqiao/kernel/config.ts'
import { type App, openApp } from '../app.ts'
import { openLog } from '../log.ts'
import type { Surroundings } from './command.ts'

/** The installation does not open, and why, in words for an operator. */
export class CannotOpen extends Error {}

/**
 * Opens the installation for a command that ends, and closes it when the work is done, whatever came of it. A server that
 * runs meanwhile is not disturbed.
 *
 * @throws CannotOpen when it does not open
 */
export async function withInstallation<T>(
  { config, terminal }: Surroundings,
  work: (app: App, config: Config) => Promise<T>,
): Promise<T> {
  const settings = config()
  const app = await opened(() => openApp(settings, openLog('error'), terminal.progress))
  try {
    return await work(app, settings)
  } finally {
    await app.stop()
  }
}

/** Opens something; what our own code says in words is said, without the inside. */
export async function opened<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    if (!(error instanceof Error) || error.constructor !== Error) throw error
    throw new CannotOpen(wordsOf(error), { cause: error })
  }
}

function wordsOf(error: Error): string {
  return error.cause instanceof Error ? `${error.message}\nbecause ${wordsOf(error.cause)}` : error.message
}
