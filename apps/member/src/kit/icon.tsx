/** Line drawings in a 24 × 24 field, one path each, in the colour of the text around them. */
const drawings = {
  home: 'M4 11.2 12 4.5l8 6.7V19a1 1 0 0 1-1 1h-4.5v-5.5h-5V20H5a1 1 0 0 1-1-1Z',
  tasks: 'M5 6.5h2M5 12h2M5 17.5h2M10.5 6.5H19M10.5 12H19M10.5 17.5H19',
  map: 'M12 21s6.5-5.9 6.5-11A6.5 6.5 0 0 0 5.5 10c0 5.1 6.5 11 6.5 11ZM12 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  me: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  notice: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.6v.1',
  wrong: 'M12 3.8 21.2 20H2.8ZM12 10v4.5M12 17.2v.1',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.2l3.4 2',
  phone:
    'M6.5 3.5h3l1.6 4.2-2 1.5a12 12 0 0 0 5.7 5.7l1.5-2 4.2 1.6v3a2 2 0 0 1-2.2 2A17 17 0 0 1 4.5 5.7a2 2 0 0 1 2-2.2Z',
  erase: 'M9 5.5h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H9L3 12ZM11.5 9.5l5 5M16.5 9.5l-5 5',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5c.5-3.6 3-5.4 6.5-5.4s6 1.8 6.5 5.4M16 4.4a3.5 3.5 0 0 1 0 6.3M18 14.6c2 .7 3.2 2.3 3.5 4.9',
  paper: 'M7 3.5h7l4 4v13H7ZM14 3.5v4h4M9.8 12h5.5M9.8 15.5h5.5',
  eye: 'M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  letter: 'M3.5 6h17v12.5h-17ZM3.5 6.5l8.5 6.8 8.5-6.8',
  scan: 'M4 8.5V4h4.5M15.5 4H20v4.5M20 15.5V20h-4.5M8.5 20H4v-4.5M4 12h16',
  open: 'M4 9.5V5h4.5M20 14.5V19h-4.5M4.5 5.5 10 11M19.5 18.5 14 13',
  mic: 'M12 14.5a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3ZM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3',
  stop: 'M7 7h10v10H7Z',
  picture: 'M4 5.5h16v13H4ZM4 15.5l4.5-4 3.5 3 3-2.5 5 4M15.5 10.2v.1',
  out: 'M10 4H5v16h5M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5',
} as const

/** Names of the drawings. */
export type IconName = keyof typeof drawings

/** An icon; it never stands alone for a meaning, so it is hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  )
}
