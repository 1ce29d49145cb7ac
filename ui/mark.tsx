/** Places of the seven seeds in a 48 × 48 field: one in the middle, six around it, each as far from its neighbours. */
const ring = [0, 60, 120, 180, 240, 300].map((degrees) => {
  const angle = (degrees * Math.PI) / 180
  return { degrees, x: round(24 + 15 * Math.sin(angle)), y: round(24 - 15 * Math.cos(angle)) }
})

function round(value: number): number {
  return Math.round(value * 100) / 100
}

const corners = ring.map(({ x, y }) => `${x} ${y}`)
const threads = `${corners.map((corner) => `M24 24L${corner}`).join('')}M${corners.join('L')}Z`

/** A seed with its tip down at the field's middle; turned, the six tips all look at the seventh. */
const seed = 'M24 1.5c3.3 0 5.5 2.6 5.5 5.7 0 3.6-2.8 7.7-5.5 7.7s-5.5-4.1-5.5-7.7c0-3.1 2.2-5.7 5.5-5.7Z'

/**
 * The mark: a small net of seven seeds, in the colour of the text around it.
 *
 * Without a title it is ornament and hidden from screen readers.
 */
export function Mark({ size = 32, title, className = '' }: { size?: number; title?: string; className?: string }) {
  const drawing = (
    <svg viewBox="0 0 48 48" width={size} height={size} className={className} focusable="false" aria-hidden="true">
      <path d={threads} fill="none" stroke="currentColor" strokeWidth="1" opacity="0.45" />
      {ring.map(({ degrees }) => (
        <path key={degrees} d={seed} fill="currentColor" transform={`rotate(${degrees} 24 24)`} />
      ))}
      <circle cx="24" cy="24" r="5.2" fill="currentColor" />
    </svg>
  )
  if (title === undefined) return drawing
  return (
    <span role="img" aria-label={title}>
      {drawing}
    </span>
  )
}
