import { expect, test, type Page } from '@playwright/test'
import { visits, routes, type Visit } from './pages'
import { expectAccessible, logIn, rows } from './platform'

async function visit(page: Page, { title, path, from }: Visit): Promise<void> {
  await page.goto(`/console${from?.path ?? path}`)
  if (from) {
    await rows(page, from.table).first().getByRole('link').first().click()
    if (from.then) await page.getByRole('button', { name: from.then, exact: true }).first().click()
  }
  await expect(page.getByRole('heading', { name: title, level: 1, exact: true })).toBeVisible()
  await page.waitForLoadState('networkidle')
}

test('every page of the console is visited', () => {
  expect(routes().length).toBeGreaterThan(30)
  expect([...new Set(visits.map(({ route }) => route))].sort()).toEqual(routes().sort())
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`In the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('the login has no barrier', async ({ page }) => {
      await page.goto('/console/')
      await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible()
      await expectAccessible(page)
    })

    test('no page has a barrier', async ({ page }) => {
      test.setTimeout(480_000)
      await logIn(page)
      for (const one of visits)
        await test.step(one.from ? `${one.route} from ${one.from.path}` : one.path!, async () => {
          await visit(page, one)
          await expectAccessible(page)
        })
    })

    test('nothing that opens over a page has a barrier', async ({ page }) => {
      test.setTimeout(120_000)
      await logIn(page)
      await page.keyboard.press('/')
      await page.getByRole('combobox', { name: '搜索全部内容' }).fill('鹭江')
      await expect(page.getByRole('option').first()).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^打开通知/ }).click()
      await expect(page.getByRole('dialog', { name: '通知' })).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.goto('/console/codes/batches')
      await page.getByRole('button', { name: '发码' }).click()
      await expect(page.getByRole('dialog', { name: '发码' })).toBeVisible()
      await expectAccessible(page)
      await page.goto('/console/identity/roles')
      await page
        .getByRole('button', { name: /^修改角色：/ })
        .first()
        .click()
      await expect(page.getByRole('dialog', { name: /^修改角色/ })).toBeVisible()
      await expectAccessible(page)
    })
  })
}

test.describe('On a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('no page is wider than the screen, and the navigation unfolds', async ({ page }) => {
    test.setTimeout(480_000)
    await logIn(page)
    for (const one of visits) {
      await visit(page, one)
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wider, one.route).toBeLessThanOrEqual(0)
    }
    await page.goto('/console/')
    await page.getByRole('button', { name: '打开导航' }).click()
    await page.getByRole('dialog').getByRole('link', { name: '产品', exact: true }).click()
    await expect(page.getByRole('heading', { name: '产品', level: 1 })).toBeVisible()
    await expectAccessible(page)
  })
})
