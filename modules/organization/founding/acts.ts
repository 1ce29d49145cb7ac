/** Preparing a founding, and applying for registration: a union's own officers and those above. */
export const foundsUnions = [
  'organization.run_founding',
  'organization.export_foundings',
  'organization.view_registration',
  'organization.apply_registration',
  'organization.export_certificates',
] as const
/** Replying to a founding, approving its result, registering: the union above alone (ORG-22, ORG-35). */
export const decidesFoundings = ['organization.decide_founding', 'organization.grant_registration'] as const
