import type { Permission } from '@/api/types'

/** The fixed list of permissions, by what they are about; `tests/permissions.test.ts` checks that none is left out. */
export const permissionGroups: { name: string; permissions: Permission[] }[] = [
  { name: 'registry', permissions: ['REGISTRY_READ', 'REGISTRY_WRITE'] },
  { name: 'codes', permissions: ['CODES_READ', 'CODES_ISSUE', 'KEYS_ROTATE', 'VERIFICATIONS_IMPORT'] },
  { name: 'signals', permissions: ['SIGNALS_READ', 'SIGNALS_ASSESS'] },
  { name: 'trace', permissions: ['EVENTS_READ', 'EVENTS_CAPTURE', 'TRACE_READ'] },
  { name: 'organisations', permissions: ['ORGANISATIONS_READ', 'ORGANISATIONS_WRITE'] },
  { name: 'deadlines', permissions: ['DEADLINES_READ', 'RULES_DRAFT', 'RULES_APPROVE'] },
  { name: 'desk', permissions: ['TASKS_DISPATCH', 'FILES_USE'] },
  { name: 'access', permissions: ['AUDIT_READ', 'ACCESS_ADMINISTER'] },
]
