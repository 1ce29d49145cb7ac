/** What an open screen listens for: the figures of one union. */
export function figuresTopic(unit: string): string {
  return `figures:${unit}`
}
