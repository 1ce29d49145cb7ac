export const en = {
  title: 'Is this you?',
  what: '{at}: somebody used your document number to apply to {unit}.',
  safe: 'Your membership has not been touched. Until you answer, nobody can take your place.',
  me: 'It is me',
  notMe: 'It is not me',
  notMeWhat:
    'If you choose “It is not me”, a person at the union looks into that application. You see who has it and by when.',
  meWhat:
    'If you choose “It is me”, a code goes to your phone on record and proves it. A person has one membership, so that application stands as a wish to transfer.',
  reporting: 'Reporting…',
  reportedTitle: 'Reported',
  reported:
    'A person at the union looks into it. Who, and by when, stands under “Matters”; whether it is settled is for you to say.',
  phoneTitle: 'Prove it is you',
  phone: 'Your mobile number on record',
  phoneWhy: 'Type the number that is on record; the code is sent only there.',
  send: 'Send the code',
  sending: 'Sending…',
  confirm: 'It is me',
  confirming: 'Confirming…',
  confirmedTitle: 'Confirmed',
  confirmed:
    'That application ends here and stands as your wish to transfer. Your membership stays as it is; nothing is lost.',
  gone: 'Nothing to check',
  goneWhy: 'You may have answered already, or the application was withdrawn.',
  toMatters: 'To “Matters”',
} as const
