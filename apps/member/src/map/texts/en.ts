export const en = {
  title: 'Map',
  none: 'No service points here yet',
  noneWhy:
    'Rest stations for outdoor workers, cultural palaces and union windows will be on this map, with whether they are open now and when that was last checked. County unions enter them one by one; each appears as it is entered.',
  today: 'To find a place to rest or a union window today, call {hotline}.',
} as const
