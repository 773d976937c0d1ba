/** What a program may ask for at the token endpoint, in the order of the register. */
export const apiScopes = [
  'epcis:capture',
  'epcis:read',
  'registry:read',
  'registry:write',
  'codes:read',
  'codes:issue',
  'signals:read',
  'trace:read',
  'verifications:import',
] as const
