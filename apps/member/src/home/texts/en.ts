export const en = {
  hello: 'Hello, {name}',
  waiting: 'Waiting for you',
  waitingNone: 'Nothing waits for you now',
  waitingNoneWhy:
    'When you are asked to add something, to check something or to see a result, it will be here and come by text message.',
  returned: 'Your application came back; please mend it',
  personCheck: 'Please prove it is you',
  alert: 'Somebody used your document number to apply to {unit}. Was it you?',
  unread: '{count} unread messages',
  underWay: 'Under way',
  noCard: 'You have no card yet',
  noCardWhy: 'Scan a union’s joining code and fill in three things; you get it at once.',
  welcomeTitle: 'Scan a code, and you belong',
  welcomeWhy:
    'Three things to type, and you hold your card. Every matter has a person and a deadline, and you see who looked at your record.',
  scanTitle: 'New here',
  scanWhy: 'Ask your union for its joining code and scan it with any scanner; the form opens by itself.',
  again: 'Already in',
  signIn: 'Sign in by phone',
  demo: 'See the demonstration’s codes and accounts',
  refuse: 'What we do not do: score or rank people or unions, watch what you say, need your face, tell your employer.',
  help: 'Need help',
} as const
