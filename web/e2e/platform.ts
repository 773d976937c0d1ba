import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Browser, type Page } from '@playwright/test'

/** What `bin/test` says about the platform it started. */
function given(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set (expected: bin/test sets it)`)
  return value
}

export const administrator = { username: 'admin', password: given('SUYUAN_ADMIN_PASSWORD') }

/** Path of the sample code, `/01/…/21/…`: what the camera of a phone reads. */
export const sample = given('SUYUAN_SAMPLE')

export async function logIn(page: Page, who = administrator): Promise<void> {
  await page.goto('/console/')
  await page.getByLabel('用户名').fill(who.username)
  await page.getByLabel('密码', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible()
}

/** A person of the demo world at a machine of his own. */
export async function as(browser: Browser, username: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  await logIn(page, { username, password: given('SUYUAN_DEMO_PASSWORD') })
  return page
}

export async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

/** Rows under the head of the one table of a page. */
export const rows = (page: Page, table: string) =>
  page
    .getByRole('table', { name: table })
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Nothing that axe finds wrong under WCAG 2.2 A and AA. Runs in the page past its content security policy. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const run = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return run.violations.map(
      (rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(' | ')}`,
    )
  })
  expect(found, page.url()).toEqual([])
}
