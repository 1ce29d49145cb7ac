export const en = {
  title: 'Messages',
  words: 'One digest of the queue a week; what matters, such as a post handed over, at once.',
  loading: 'messages',
  unread: 'unread',
  empty: 'No messages yet',
  'empty.words': 'The weekly digest, posts handed over and matters passed up from below are told here.',
  open: 'Go there',
} as const
