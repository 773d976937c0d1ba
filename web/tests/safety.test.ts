import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = join(__dirname, '../src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(vue|ts)$/.test(name),
)

/** What would let a text become markup or code, or leave data behind in the browser. */
const unsafe = [
  'v-html',
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'document.write',
  'eval(',
  'new Function',
]

describe('the console shows data as text', () => {
  it.each(unsafe)('never uses %s', (word) => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.filter((name) => readFileSync(join(source, name), 'utf8').includes(word))).toEqual([])
  })
})

describe('the console keeps nothing sensitive in the browser', () => {
  it('stores the theme and nothing else', () => {
    const storing = files.filter((name) =>
      /(localStorage|sessionStorage|indexedDB)/.test(readFileSync(join(source, name), 'utf8')),
    )
    expect(storing.sort()).toEqual(['app/theme.ts'])
  })
})
