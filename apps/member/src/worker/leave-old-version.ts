/** Lets go of a version whose files are gone, so that the next opening fetches the one of now. */
export async function leaveOldVersion(): Promise<void> {
  const registration = await window.navigator.serviceWorker?.getRegistration().catch(() => undefined)
  await registration?.unregister().catch(() => undefined)
}
