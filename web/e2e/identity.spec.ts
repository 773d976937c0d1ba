import { expect, test, type APIRequestContext } from '@playwright/test'
import { atTheApi, codeOf, enter, invite, member, PASSWORD, roleOfTwoFactors } from './people'
import { expectAccessible } from './platform'

let admin: APIRequestContext
test.beforeAll(async ({ playwright }) => {
  admin = await atTheApi(playwright)
})
test.afterAll(() => admin.dispose())

test('whoever is invited chooses a password, sets up the second step, and only then works within his rights', async ({
  page,
}) => {
  const auditor = await invite(admin, { role: await roleOfTwoFactors(admin), title: '审计岗' })
  await page.goto(auditor.path)
  await expect(page.getByText(auditor.username)).toBeVisible()
  await expect(page.getByText('审计岗')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('再输入一次密码').fill('something else')
  await page.getByRole('button', { name: '接受邀请并登录' }).click()
  await expect(page.getByRole('alert')).toContainText('两次输入不一致')
  await page.getByLabel('再输入一次密码').fill(PASSWORD)
  await page.getByRole('button', { name: '接受邀请并登录' }).click()

  await expect(page.getByRole('heading', { name: '两步验证', level: 1 })).toBeVisible()
  await expect(page.getByText('您的角色要求两步验证')).toBeVisible()
  await page.getByRole('button', { name: '启用两步验证' }).click()
  await expect(page.getByRole('img', { name: '两步验证二维码' })).toBeVisible()
  await expectAccessible(page)
  const secret = await page.locator('.secret').innerText()
  await page.getByLabel('验证码', { exact: true }).fill('000000')
  await page.getByRole('button', { name: '确认启用' }).click()
  await expect(page.getByRole('alert')).toContainText('验证码不正确')
  await page.getByLabel('验证码', { exact: true }).fill(codeOf(secret))
  await page.getByRole('button', { name: '确认启用' }).click()
  const recovery = page.getByRole('list', { name: '恢复码' }).getByRole('listitem')
  await expect(recovery).toHaveCount(10)
  const paper = await recovery.first().innerText()
  await page.getByRole('button', { name: '我已保存' }).click()
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible()

  const navigation = page.getByRole('navigation', { name: '主导航' })
  await expect(navigation.getByRole('link', { name: '产品', exact: true })).toHaveCount(0)
  const refused = await page.request.get('/api/registry/products')
  expect(refused.status()).toBe(403)
  expect((await page.request.get('/api/audit/entries')).status()).toBe(200)

  await page.context().clearCookies()
  await enter(page, auditor.username)
  await expect(page.getByRole('heading', { name: '两步验证' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('验证码').fill(codeOf(secret, 1))
  await page.getByRole('button', { name: '继续' }).click()
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible()

  await page.context().clearCookies()
  await enter(page, auditor.username)
  await page.getByLabel('验证码').fill(paper)
  await page.getByRole('button', { name: '继续' }).click()
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible()

  await page.goto(auditor.path)
  await expect(page.getByRole('alert')).toContainText('邀请链接已失效')
})

test('a revoked session dies at its next click', async ({ page, browser }) => {
  const lin = await member(admin, { role: 'state-officer' })
  const elsewhere = await browser.newPage()
  await enter(elsewhere, lin.username)
  await expect(elsewhere.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible()
  await enter(page, lin.username)
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: /^账户：/ }).click()
  await page.getByRole('menuitem', { name: '我的账户' }).click()
  await expect(page.getByRole('heading', { name: '我的账户', level: 1 })).toBeVisible()
  const devices = page.getByRole('region', { name: '登录的设备' })
  await expect(devices.getByText('当前')).toBeVisible()
  await devices.getByRole('button', { name: '结束其他所有登录' }).click()
  await expect(devices.getByRole('listitem')).toHaveCount(1)

  await elsewhere
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name: '产品', exact: true })
    .click()
  await expect(elsewhere.getByRole('button', { name: '登录', exact: true })).toBeVisible()
  await elsewhere.close()
})

test('a passkey opens the console without a password', async ({ page }) => {
  const lin = await member(admin, { role: 'state-officer' })
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await enter(page, lin.username)
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible()
  await page.goto('/console/account')
  await page.getByRole('button', { name: '添加通行密钥' }).click()
  const dialog = page.getByRole('dialog', { name: '添加通行密钥' })
  await dialog.getByLabel('名称').fill('办公室电脑')
  await dialog.getByRole('button', { name: '继续' }).click()
  const passkeys = page.getByRole('region', { name: '通行密钥' })
  await expect(dialog).toBeHidden()
  await expect(passkeys.getByRole('button', { name: '移除“办公室电脑”' })).toBeVisible()

  await page.context().clearCookies()
  await page.goto('/console/login?next=/account')
  await page.getByRole('button', { name: '使用通行密钥登录' }).click()
  await expect(page.getByRole('heading', { name: '我的账户', level: 1 })).toBeVisible()
  await expect(page.getByRole('region', { name: '登录的设备' }).getByText('通行密钥')).toBeVisible()

  await passkeys.getByRole('button', { name: '移除“办公室电脑”' }).click()
  await expect(passkeys.getByText('还没有通行密钥。')).toBeVisible()
})

test('a provider lets in whom it knows, and nobody else', async ({ page }) => {
  const name = `oidc-${Date.now().toString(36)}`
  await member(admin, { role: 'state-officer', email: `${name}@example.org` })
  await page.goto('/console/login?next=/account')
  await page.getByRole('link', { name: '通过统一身份认证登录' }).click()
  await page.getByPlaceholder('Username').fill(name)
  await page.getByPlaceholder('Password').fill('tests only, never real')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: '我的账户', level: 1 })).toBeVisible()
  await expect(page.getByRole('region', { name: '外部账号' }).getByText(name)).toBeVisible()

  await page.context().clearCookies()
  await page.goto('/console/login')
  await page.getByRole('link', { name: '通过统一身份认证登录' }).click()
  await page.getByPlaceholder('Username').fill('nobody-here')
  await page.getByPlaceholder('Password').fill('tests only, never real')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('尚未与本平台的人员关联')
})

for (const [theme, width] of [
  ['light', 1440],
  ['dark', 390],
] as const) {
  test(`the own account has no barrier, ${theme} and ${width} wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.setViewportSize({ width, height: 900 })
    const lin = await member(admin, { role: 'state-officer' })
    await enter(page, lin.username)
    await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible()
    await page.goto('/console/account')
    await expect(page.getByRole('heading', { name: '我的账户', level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await expectAccessible(page)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider).toBeLessThanOrEqual(0)
  })
}
