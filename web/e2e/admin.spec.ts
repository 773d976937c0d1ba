import { expect, test, type Page } from '@playwright/test'
import { as, logIn, open, rows } from './platform'

/** Opens a person by name in the directory. */
async function openPerson(page: Page, name: string): Promise<void> {
  await open(page, '人员')
  await page.getByRole('search', { name: '筛选' }).getByLabel('姓名').fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

const breadcrumb = (page: Page) => page.getByRole('navigation', { name: '当前位置' })

test('an officer who moves office sees the new area and no longer the old one', async ({ page, browser }) => {
  const before = await as(browser, 'wumin')
  await expect(breadcrumb(before)).toContainText('集美区')

  await logIn(page)
  await openPerson(page, '吴敏')
  await page.getByRole('button', { name: '任用岗位' }).click()
  const dialog = page.getByRole('dialog', { name: '任用岗位' })
  await dialog.getByRole('combobox', { name: '机构' }).fill('湖里区市场监督管理局')
  await page
    .getByRole('option', { name: /湖里区市场监督管理局/ })
    .first()
    .click()
  await dialog.getByLabel('岗位名称').fill('食品科科长')
  await dialog.getByRole('combobox', { name: '角色' }).click()
  await page.getByRole('option', { name: '县级监管人员' }).click()
  await dialog.getByRole('button', { name: '任用岗位' }).click()
  await expect(page.getByRole('list', { name: '岗位' })).toContainText('湖里区')

  await page
    .getByRole('list', { name: '岗位' })
    .getByRole('listitem')
    .filter({ hasText: '集美区' })
    .getByRole('button', { name: '结束岗位' })
    .click()
  const end = page.getByRole('dialog', { name: '结束岗位' })
  await end.getByLabel('理由').fill('调往湖里区')
  await end.getByRole('button', { name: '结束岗位' }).click()
  await expect(
    page.getByRole('list', { name: '岗位' }).getByRole('listitem').filter({ hasText: '集美区' }),
  ).toContainText('已结束')

  const after = await as(browser, 'wumin')
  await expect(breadcrumb(after)).toContainText('湖里区')
  await open(after, '经营主体')
  const shown = await rows(after, '经营主体').allInnerTexts()
  expect(shown.length).toBeGreaterThan(0)
  for (const row of shown) expect(row).toContain('湖里区')
})

test('a delegate acts for an absent officer, and it is recorded as such', async ({ page, browser }) => {
  const holder = await as(browser, 'hongtao')
  await openPerson(holder, '洪涛')
  await holder.getByRole('region', { name: '外出代理' }).getByRole('button', { name: '委托代理' }).click()
  const dialog = holder.getByRole('dialog', { name: '委托代理' })
  await dialog.getByRole('combobox', { name: '代理人' }).click()
  await holder.getByRole('option', { name: '柯晴' }).click()
  const back = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  await dialog.getByRole('combobox', { name: '恢复日期' }).fill(back)
  await holder.keyboard.press('Enter')
  await dialog.getByLabel('理由').fill('外出培训')
  await dialog.getByRole('button', { name: '委托代理' }).click()
  await expect(holder.getByRole('region', { name: '外出代理' })).toContainText('柯晴')

  const delegate = await as(browser, 'keqing')
  await delegate.getByRole('button', { name: /^当前岗位/ }).click()
  await delegate.getByRole('menuitem', { name: /代理 洪涛/ }).click()
  await expect(delegate.getByText(/您正在代理 洪涛/)).toBeVisible()

  await open(delegate, '异常信号')
  await rows(delegate, '异常信号').first().getByRole('link').first().click()
  await delegate.getByRole('button', { name: '作出判断' }).click()
  const judgement = delegate.getByRole('dialog', { name: '作出判断' })
  await judgement.getByLabel('理由').fill('现场核查：码系猜测，市面未见实物。')
  await judgement.getByRole('button', { name: '作出判断' }).click()
  await expect(delegate.getByText('已处理').first()).toBeVisible()

  await logIn(page)
  await open(page, '审计')
  const entry = rows(page, '审计').filter({ hasText: '现场核查' }).first()
  await expect(entry).toContainText('柯晴')
  await expect(entry).toContainText('代理 洪涛')
})

test('who administers access can read no case', async ({ page, browser }) => {
  await logIn(page)
  await open(page, '异常信号')
  const signal = await rows(page, '异常信号').first().getByRole('link').first().getAttribute('href')

  const administrator = await as(browser, 'chenyaoguang')
  await expect(
    administrator.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '异常信号' }),
  ).toHaveCount(0)
  await administrator.goto(signal!)
  await expect(administrator.getByRole('alert')).toContainText(/没有查看这里的权限|没有找到/)
  await open(administrator, '角色')
  await expect(administrator.getByRole('table', { name: '角色与权限' })).toBeVisible()
})

test('a body keeps the name of the day in its history', async ({ page }) => {
  await logIn(page)
  await open(page, '机构')
  await page.getByRole('button', { name: '设立机构' }).click()
  // The list that is being left has a field of the same name.
  await expect(page.getByRole('heading', { name: '设立机构', level: 1 })).toBeVisible()
  const name = `示例检测中心 ${Date.now()}`
  await page.getByRole('textbox', { name: '名称', exact: true }).fill(name)
  await page.getByRole('combobox', { name: '机构类型' }).click()
  await page.getByRole('option', { name: /检验/ }).first().click()
  await page.getByRole('combobox', { name: '生效日期' }).fill('2026-01-05')
  await page.keyboard.press('Enter')
  await page.getByLabel('理由').fill('批准设立')
  await page.getByRole('button', { name: '设立机构' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()

  await page.getByRole('button', { name: '更名' }).click()
  const dialog = page.getByRole('dialog', { name: '更名' })
  await dialog.getByLabel('新名称').fill(`${name}（新）`)
  await dialog.getByLabel('理由').fill('更名批复')
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(page.getByRole('heading', { name: `${name}（新）`, level: 1 })).toBeVisible()
  await expect(rows(page, '历年名称与归属')).toHaveCount(2)
  await page.goto(`${page.url()}?at=2026-03-01`)
  await expect(page.getByRole('heading', { name, level: 1, exact: true })).toBeVisible()
})
