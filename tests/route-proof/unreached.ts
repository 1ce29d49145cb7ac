/** Routes whose yes is reached by nobody who is planted here; what they answer is shown by the tests of their acts. */
export const unreached: readonly string[] = [
  'POST /officer/sign-in/totp',
  'POST /clock/changes/{change}/preview',
  'POST /clock/changes/{change}/undo',
  'POST /election-parameters/changes/{change}/preview',
  'POST /election-parameters/changes/{change}/undo',
  'POST /units/{unit}/term/extension-refusal',
  'POST /units/{unit}/matters/{kind}',
  'POST /me/matters',
]
