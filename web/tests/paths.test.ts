import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { paths } from '@/app/paths'

const root = join(import.meta.dirname, '..', 'src')
const description = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../openapi/suyuan.json'), 'utf8'),
) as { paths: Record<string, Record<string, unknown>> }
const sources = readdirSync(root, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.(vue|ts)$/.test(entry.name) && entry.name !== 'schema.d.ts')
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))

describe('The console', () => {
  test('asks only for paths that the API has', () => {
    const asked = sources.flatMap((source) =>
      [...source.matchAll(/['"`](\/api\/[^'"`$?\s]*)['"`]/g)].map((match) => match[1]!),
    )
    const unknown = [...new Set(asked)].filter((path) => !(path in description.paths))
    expect(unknown).toEqual([])
  })

  test('sends with the method that the path takes', () => {
    const verbs = { read: 'get', readTagged: 'get', make: 'post', replace: 'put', remove: 'delete' } as const
    const wrong = sources.flatMap((source) =>
      [...source.matchAll(/\b(read|readTagged|make|replace|remove)(?:<[^(]*>)?\(\s*'(\/api\/[^']+)'/g)]
        .filter(([, verb, path]) => !description.paths[path!]?.[verbs[verb as keyof typeof verbs]])
        .map(([, verb, path]) => `${verb} ${path}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('Addresses', () => {
  test('keep what they name in one piece', () => {
    expect(paths.product('a/b')).toBe('/registry/products/a%2Fb')
    expect(paths.event('ni:///sha-256;x?ver=1')).toBe('/events/event?id=ni%3A%2F%2F%2Fsha-256%3Bx%3Fver%3D1')
  })

  test('ask for nothing where nothing was given', () => {
    expect(paths.people()).toBe('/identity/people')
    expect(paths.people({ organisation: '7' })).toBe('/identity/people?organisation=7')
    expect(paths.audit({ kind: 'operator', subject: '9' })).toBe('/audit?kind=operator&subject=9')
  })
})
