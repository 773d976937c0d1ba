import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { logIn, open, rows, sample } from './platform'

test('nobody gets in with a wrong password, and is told so without being told what was wrong', async ({
  page,
}) => {
  await page.goto('/console/registry/products')
  await page.getByLabel('用户名').fill('nobody')
  await page.getByLabel('密码', { exact: true }).fill('not-the-password')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('用户名或密码不正确')
})

test('after logging in one is where one wanted to go', async ({ page }) => {
  await page.goto('/console/registry/products')
  await expect(page.getByRole('heading', { name: '溯源' })).toBeVisible()
  await page.getByLabel('用户名').fill('admin')
  await page.getByLabel('密码', { exact: true }).fill(process.env.SUYUAN_ADMIN_PASSWORD!)
  await page.getByLabel('密码', { exact: true }).press('Enter')
  await expect(page.getByRole('heading', { name: '产品', level: 1 })).toBeVisible()
})

test.describe('Someone who is logged in', () => {
  test.beforeEach(({ page }) => logIn(page))

  test('sees figures at the start that lead to the rows behind them', async ({ page }) => {
    await page.getByRole('list', { name: '概况' }).getByRole('link', { name: /产品$/ }).click()
    await expect(rows(page, '产品').first()).toBeVisible()
  })

  test('finds a product by its name and reads its facts', async ({ page }) => {
    await open(page, '产品')
    const name = await rows(page, '产品').first().getByRole('link').first().innerText()
    await page.getByRole('search', { name: '筛选' }).getByLabel('产品名称').fill(name)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/name=/)
    await page.getByRole('link', { name, exact: true }).first().click()
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
    await expect(page.getByRole('heading', { name: '产品信息' })).toBeVisible()
  })

  test('pages through operators and comes back', async ({ page }) => {
    await open(page, '经营主体')
    const first = await rows(page, '经营主体').first().innerText()
    const next = page.getByRole('button', { name: '下一页' })
    await expect(page.getByText(/^共 .* 条$|^超过/)).toBeVisible()
    await next.click()
    await expect(rows(page, '经营主体').first()).not.toHaveText(first)
    await page.getByRole('button', { name: '上一页' }).click()
    await expect(rows(page, '经营主体').first()).toContainText(first.split('\n')[0]!)
  })

  test('is told at the field what is wrong with a product, and registers it once it is right', async ({
    page,
  }) => {
    await open(page, '产品')
    await page.getByRole('button', { name: '登记产品' }).click()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    const summary = page.getByRole('alert')
    await expect(summary).toBeVisible()
    await summary.getByRole('link', { name: '中文名称' }).click()
    await expect(page.getByLabel('中文名称')).toBeFocused()
    const name = `端到端测试饮料 ${Date.now()}`
    await page.getByLabel('中文名称').fill(name)
    await page.getByLabel('企业自编码').fill(`E2E-${Date.now()}`)
    await page.getByRole('combobox', { name: '责任主体' }).click()
    await page.getByRole('option').first().click()
    await page.getByRole('combobox', { name: '产品类别' }).click()
    await page.getByRole('option', { name: '饮料' }).first().click()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  })

  test('issues a batch and downloads its codes and labels', async ({ page }) => {
    await open(page, '赋码批次')
    await page.getByRole('button', { name: '发码' }).click()
    const dialog = page.getByRole('dialog', { name: '发码' })
    await dialog.getByRole('combobox', { name: '产品' }).fill('鹭江原味酸奶')
    await page
      .getByRole('option', { name: /鹭江原味酸奶/ })
      .first()
      .click()
    await dialog.getByLabel('数量').fill('50')
    await dialog.getByLabel('批号').fill('E2E-LOT')
    await dialog.getByRole('button', { name: '发码' }).click()
    await expect(page.getByRole('heading', { name: /鹭江原味酸奶.*的一批码/ })).toBeVisible()

    const codes = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载 CSV' }).click()
    const lines = (await readFile((await (await codes).path())!, 'utf8')).trim().split(/\r?\n/)
    expect(lines).toHaveLength(51)
    expect(lines[1]).toMatch(/^\d{16},http.*\/21\/\d{16},/)

    await page.getByLabel('到第几个').fill('24')
    await page.getByLabel('到第几个').press('Tab')
    const labels = page.waitForEvent('download')
    await page.getByRole('button', { name: '生成标签 PDF' }).click()
    const pdf = await readFile((await (await labels).path())!)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('orders a thousand million codes and has them at once', async ({ page }) => {
    await open(page, '赋码批次')
    await page.getByRole('button', { name: '发码' }).click()
    const dialog = page.getByRole('dialog', { name: '发码' })
    await dialog.getByRole('combobox', { name: '产品' }).fill('鹭江原味酸奶')
    await page
      .getByRole('option', { name: /鹭江原味酸奶/ })
      .first()
      .click()
    await dialog.getByLabel('数量').fill('1000000000')
    await dialog.getByRole('button', { name: '发码' }).click()
    await expect(page.getByText('1,000,000,000').first()).toBeVisible()
    await expect(page.getByText(/一份标签文件最多 4,800 枚/)).toBeVisible()
  })

  test('filters events by what happened and reads one, down to its raw data', async ({ page }) => {
    await open(page, '追溯事件')
    await page.getByRole('combobox', { name: '业务步骤' }).click()
    await page.getByRole('option', { name: '零售售出' }).click()
    await expect(page).toHaveURL(/bizStep=retail_selling/)
    await rows(page, '追溯事件').first().getByRole('link', { name: '零售售出' }).click()
    await expect(page.getByRole('heading', { name: '零售售出', level: 1 })).toBeVisible()
    await page.getByText('原始数据（JSON-LD）').click()
    await expect(page.getByText('"bizStep": "retail_selling"')).toBeVisible()
  })

  test('traces a cup to its farm as a drawing, as a table and as a timeline', async ({ page }) => {
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: '搜索全部内容' }).fill(`https://id.gs1.org${sample}`)
    await expect(page.getByRole('option', { name: /^追溯/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('img', { name: /^追溯图：\d+ 个节点，\d+ 个地点/ })).toBeVisible()
    await expect(rows(page, '同样的数据').first()).toBeVisible()

    const picture = page.waitForEvent('download')
    await page.getByRole('button', { name: '保存图片' }).click()
    const png = await readFile((await (await picture).path())!)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    const table = page.waitForEvent('download')
    await page.getByRole('button', { name: '保存表格' }).click()
    const saved = (await readFile((await (await table).path())!, 'utf8')).trim().split(/\r?\n/)
    expect(saved.length).toBe((await rows(page, '同样的数据').count()) + 1)

    await page.getByText('时间线', { exact: true }).click()
    const steps = page.getByRole('region', { name: '时间线' }).getByRole('listitem')
    await expect(steps.filter({ hasText: '赋码' })).not.toHaveCount(0)
    await expect(steps.filter({ hasText: '装箱' })).not.toHaveCount(0)
    await expect(steps.filter({ hasText: '在包装内' })).not.toHaveCount(0)
  })

  test('checks a code and gets the verdict in words', async ({ page }) => {
    await open(page, '查验')
    await page.getByLabel('编码').fill('12345')
    await page.getByRole('button', { name: '查验' }).click()
    await expect(page.getByRole('heading', { name: '编码有误' })).toBeVisible()
  })

  test('switches the language everywhere, at once and for good', async ({ page }) => {
    await open(page, '产品')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('heading', { name: 'Products', level: 1 })).toBeVisible()
    await expect(rows(page, 'Products').first()).toContainText('In production')
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Products', level: 1 })).toBeVisible()
    await page.getByRole('button', { name: '中文' }).click()
    await expect(page.getByRole('heading', { name: '产品', level: 1 })).toBeVisible()
  })

  test('reaches any code with one key and moves between rows with the arrows', async ({ page }) => {
    await open(page, '产品')
    await rows(page, '产品').first().getByRole('link').first().focus()
    await page.keyboard.press('ArrowDown')
    await expect(rows(page, '产品').nth(1).getByRole('link').first()).toBeFocused()
    await page.keyboard.press('/')
    await expect(page.getByRole('combobox', { name: '搜索全部内容' })).toBeFocused()
  })

  test('finds anything by its name and goes there without the mouse', async ({ page }) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '搜索全部内容' }).fill('鹭江原味')
    await expect(page.getByRole('group', { name: '产品' }).getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /鹭江原味/, level: 1 })).toBeVisible()
  })

  test('chooses columns, keeps a view, and takes the rows along', async ({ page }) => {
    await open(page, '经营主体')
    await page.getByRole('button', { name: '列', exact: true }).click()
    await page.getByRole('group', { name: '列' }).getByText('地址').click()
    await expect(page.getByRole('columnheader', { name: '地址' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('search', { name: '筛选' }).getByLabel('名称').fill('鹭江')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/name=/)
    await page.getByRole('button', { name: '视图', exact: true }).click()
    const name = `鹭江 ${Date.now()}`
    await page.getByRole('textbox', { name: '视图名称' }).fill(name)
    await page.getByRole('button', { name: '保存视图' }).click()
    await expect(page.getByRole('list', { name: '视图' }).getByText(name)).toBeVisible()
    await page.keyboard.press('Escape')
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出' }).click()
    const lines = (await readFile((await (await file).path())!, 'utf8')).trim().split(/\r?\n/)
    expect(lines.length).toBeGreaterThan(1)
    await page.goto('/console/registry/operators')
    await expect(page.getByRole('columnheader', { name: '地址' })).toBeVisible()
    await page.getByRole('button', { name: '视图', exact: true }).click()
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page).toHaveURL(/name=/)
  })

  test('is asked before leaving a form, and finds the draft again', async ({ page }) => {
    await page.goto('/console/registry/operators/new')
    const saved = page.waitForResponse(
      (answer) =>
        answer.url().includes('/api/desk/drafts/operator-new') && answer.request().method() === 'PUT',
    )
    await page.getByLabel('中文名称').fill('写到一半的主体')
    await saved
    await page
      .getByRole('navigation', { name: '主导航' })
      .getByRole('link', { name: '场所', exact: true })
      .click()
    await page.getByRole('dialog', { name: '离开此页？' }).getByRole('button', { name: '离开' }).click()
    await expect(page.getByRole('heading', { name: '场所', level: 1 })).toBeVisible()
    await page.goto('/console/registry/operators/new')
    await expect(page.getByText('已恢复您上次没有提交的草稿')).toBeVisible()
    await expect(page.getByLabel('中文名称')).toHaveValue('写到一半的主体')
    await page.getByRole('button', { name: '放弃草稿' }).click()
    await expect(page.getByLabel('中文名称')).toHaveValue('')
  })

  test('is told in words when somebody else was faster', async ({ page, context }) => {
    await open(page, '经营主体')
    await rows(page, '经营主体').first().getByRole('link').first().click()
    await page.getByRole('button', { name: '修改', exact: true }).click()
    await expect(page.getByLabel('中文名称')).not.toHaveValue('')
    const other = await context.newPage()
    await other.goto(page.url())
    await other.getByLabel('地址').fill(`示例路 ${Date.now() % 1000} 号`)
    await other.getByRole('button', { name: '保存' }).click()
    await expect(other.getByRole('heading', { name: '主体信息' })).toBeVisible()
    await page.getByLabel('地址').fill('另一条路 1 号')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('alert')).toContainText('内容已被他人修改')
    await expect(page.getByLabel('地址')).toHaveValue('另一条路 1 号')
  })

  test('has a deadline explained day by day', async ({ page }) => {
    await open(page, '时限计算')
    await page.getByLabel('数量').fill('7')
    await page.getByRole('combobox', { name: '起算日期' }).fill('2026-09-24')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '计算', exact: true }).click()
    const result = page.getByRole('status', { name: '计算结果' })
    await expect(result).toContainText('2026')
    await expect(result.getByRole('listitem').filter({ hasText: /国庆/ })).not.toHaveCount(0)
  })

  test('is told what is missing behind a dead link', async ({ page }) => {
    await page.goto('/console/registry/products/01a20548-cc10-7ab9-9af8-000000000000')
    await expect(page.getByRole('alert')).toContainText('没有找到')
  })

  test('is asked to log in again where the session ended, and comes back to the page', async ({
    page,
    context,
  }) => {
    await open(page, '产品')
    await context.clearCookies({ name: 'suyuan-session' })
    await page
      .getByRole('navigation', { name: '主导航' })
      .getByRole('link', { name: '场所', exact: true })
      .click()
    await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible()
    await expect(page).toHaveURL(/next=%2Fregistry%2Fsites|next=\/registry\/sites/)
  })

  test('logs out, and the way back leads to the login', async ({ page }) => {
    await page.getByRole('button', { name: /^账户：/ }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible()
    await page.goto('/console/registry/products')
    await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible()
  })
})
