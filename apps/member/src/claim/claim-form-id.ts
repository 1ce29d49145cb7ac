/** Under which name the kept draft of a claim lies; those of joining lie under their codes. */
export const claimForm = 'claim'
