export const en = {
  label: 'Code from the text message',
  sentTo: 'Six digits were sent to {phone}; they are good for {minutes} minutes.',
  notSent: 'Nothing was sent yet. Tap the button and we send six digits to your phone.',
  send: 'Send the code',
  sending: 'Sending…',
  again: 'Nothing came; send it again',
  againIn: 'You can ask again in {seconds} seconds',
  whole: 'The code has six digits.',
} as const
