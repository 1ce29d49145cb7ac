export const en = {
  resubmission: 'Mended application',
  withdrawal: 'Withdrawal',
  settlement: '“Settled”',
  reopening: '“Not settled”',
  affirmation: '“All still true”',
  asking: 'A question to the union',
  'waiting.title': '{what}: waiting for a network, not sent yet',
  'waiting.why':
    'It is kept on this phone, unreadable to others. It goes out by itself, once, as soon as there is a network.',
  'delivered.title': '{what}: delivered',
  'refused.title': '{what}: refused',
  keptAt: 'filled in {at}',
  answeredAt: 'answered {at}',
  see: 'See it',
  seen: 'All right',
} as const
