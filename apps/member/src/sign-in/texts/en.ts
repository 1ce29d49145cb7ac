export const en = {
  title: 'Sign in',
  why: 'With the mobile number you joined with. There is no password.',
  phone: 'Mobile number',
  next: 'Send the code',
  sending: 'Sending…',
  codeTitle: 'Type the code',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  changePhone: 'Use another number',
  lost: 'If you lost or changed your number, take your document to a union window; it is changed there in person.',
  newHere: 'Not in a union yet? Scan a joining code; you need not sign in first.',
} as const
