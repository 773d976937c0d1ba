import { expect, test } from '@playwright/test'
import { expectAccessible, logIn, rows, sample } from './platform'

const pages = [
  ['工作台', '/'],
  ['产品', '/registry/products'],
  ['登记产品', '/registry/products/new'],
  ['经营主体', '/registry/operators'],
  ['场所', '/registry/sites'],
  ['赋码批次', '/codes/batches'],
  ['查验', '/codes/verification'],
  ['异常信号', '/codes/signals'],
  ['赋码密钥', '/codes/keys'],
  ['追溯事件', '/events'],
  ['追溯图谱', `/trace?unit=${encodeURIComponent(`https://id.gs1.org${sample}`)}`],
  ['追溯图谱', `/trace?view=timeline&unit=${encodeURIComponent(`https://id.gs1.org${sample}`)}`],
  ['修改密码', '/account/password'],
] as const

for (const theme of ['light', 'dark'] as const) {
  test.describe(`In the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('the login has no barrier', async ({ page }) => {
      await page.goto('/console/')
      await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
      await expectAccessible(page)
    })

    test('no page has a barrier', async ({ page }) => {
      test.setTimeout(240_000)
      await logIn(page)
      for (const [title, path] of pages) {
        await page.goto(`/console${path}`)
        await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
        await page.waitForLoadState('networkidle')
        await expectAccessible(page)
      }
    })

    test('no detail and no dialog has a barrier', async ({ page }) => {
      await logIn(page)
      for (const [table, path] of [
        ['产品', '/registry/products'],
        ['经营主体', '/registry/operators'],
        ['场所', '/registry/sites'],
        ['赋码批次', '/codes/batches'],
        ['追溯事件', '/events'],
      ] as const) {
        await page.goto(`/console${path}`)
        await rows(page, table).first().getByRole('link').first().click()
        await page.waitForLoadState('networkidle')
        await expectAccessible(page)
      }
      await page.goto('/console/codes/batches')
      await page.getByRole('button', { name: '发码' }).click()
      await expect(page.getByRole('dialog', { name: '发码' })).toBeVisible()
      await expectAccessible(page)
    })
  })
}

test.describe('On a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('no page is wider than the screen, and the navigation unfolds', async ({ page }) => {
    test.setTimeout(240_000)
    await logIn(page)
    for (const [title, path] of pages) {
      await page.goto(`/console${path}`)
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wider, path).toBeLessThanOrEqual(0)
    }
    await page.getByRole('button', { name: '打开导航' }).click()
    await page.getByRole('dialog').getByRole('link', { name: '产品', exact: true }).click()
    await expect(page.getByRole('heading', { name: '产品', level: 1 })).toBeVisible()
    await expectAccessible(page)
  })
})
