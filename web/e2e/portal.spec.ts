import { expect, test } from '@playwright/test'
import { expectAccessible, sample } from './platform'

/** What a consumer does: point the phone at the code. No login, no script needed. */
for (const [language, locale, verdict] of [
  ['Chinese', 'zh-CN', /正品/],
  ['English', 'en-GB', /Genuine/],
] as const) {
  test.describe(`A consumer who reads ${language}`, () => {
    test.use({ locale, viewport: { width: 390, height: 844 }, javaScriptEnabled: true })

    test('scans a code and reads the verdict first', async ({ page }) => {
      const answer = await page.goto(sample)
      expect(answer?.status()).toBe(200)
      const headline = page.getByRole('heading', { level: 1 })
      await expect(headline).toHaveText(verdict)
      await expect(headline).toBeInViewport()
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wider).toBeLessThanOrEqual(0)
      await expectAccessible(page)
    })
  })
}
