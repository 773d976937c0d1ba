import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { apiScopes } from '@/pages/identity/apiScopes'
import { permissionGroups } from '@/pages/identity/permissions'

const server = join(import.meta.dirname, '../../server/src/main/java/org/suyuan')
const source = (path: string) => readFileSync(join(server, path), 'utf8')

test('the grid of roles shows every permission there is, once', () => {
  const known = [...source('shared/access/Permission.java').matchAll(/^ {4}([A-Z_]+)[,;]?$/gm)].map(
    (match) => match[1],
  )
  const shown = permissionGroups.flatMap((group) => group.permissions)
  expect([...shown].sort()).toEqual([...known].sort())
})

test('a program may ask for every scope there is', () => {
  const known = [...source('identity/ApiScope.java').matchAll(/\("([a-z]+:[a-z]+)"/g)].map(
    (match) => match[1],
  )
  expect([...apiScopes].sort()).toEqual([...known].sort())
})
