import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseView, Evidence, FormView, MatterSummary, ReviewView } from '../api/client.ts'
import { grown } from './lib/geometry.ts'
import { t } from './strings/index.ts'
import { openBrowser } from './testing/browser.ts'
import { DESK, expectSound, PHONE } from './testing/expect-sound.ts'
import { type RunningService, startService } from './testing/running-service.ts'
import { cleanTwinOf, showcaseCase } from './testing/showcase-case.ts'

const { applicant, photosOf } = showcaseCase()
const [LICENCE = ''] = photosOf('营业执照')
const [HEALTH = ''] = photosOf('健康证明')
const PHOTOS = [LICENCE, ...photosOf('法定代表人身份证'), ...photosOf('房屋租赁合同')]
/** Width in px of the frame's line, half of it outside the frame. */
const STROKE = 3

let service: RunningService
let browser: Browser
let context: BrowserContext
let page: Page
let caseId = ''

beforeAll(async () => {
  execFileSync('node_modules/.bin/vite', ['build', 'web', '--logLevel', 'error'])
  service = await startService(['--down', '人口库'])
  browser = await openBrowser()
  context = await browser.newContext({ viewport: PHONE, hasTouch: true, locale: 'zh-CN' })
  page = await context.newPage()
})

afterAll(async () => {
  await browser?.close()
  await service?.stop()
})

const ask = async <T>(path: string): Promise<T> =>
  (await fetch(`${service.url}/api/cases/${caseId}${path}`)).json() as T
const open = (hash: string) => page.goto(`${service.url}/${hash}`)
const body = () => page.locator('main').textContent()

/** Presses Tab until the wanted element has the focus. */
async function tabTo(selector: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return
  }
  throw new Error(`Tab does not reach ${selector}`)
}

const focused = () => page.evaluate<string>('document.activeElement.outerHTML.slice(0, 200)')

async function allRead(): Promise<void> {
  await page.getByRole('progressbar').waitFor()
  await page.locator('.bar > .done').waitFor({ timeout: 240_000 })
}

describe('choosing what to apply for', () => {
  test('every matter of the service is offered, and words narrow them to scenarios', async () => {
    await open('')
    const offered = (await (await fetch(`${service.url}/api/matters`)).json()) as MatterSummary[]
    await page.locator('.choice').first().waitFor()
    expect(await page.locator('.choice').count()).toBe(offered.length)
    await page.getByLabel(t.pick.search).fill('S001 餐饮')
    expect(await page.locator('.choice').allInnerTexts()).toEqual([expect.stringContaining('新办-餐饮服务')])
    await page.getByLabel(t.pick.search).fill('不存在的事')
    await page.getByText(t.pick.none).waitFor()
    await page.getByLabel(t.pick.search).fill('')
    await expectSound(page, 'pick')
  })

  test('the guide asks one question at a time, an answer can be changed, and its end opens the scenario', async () => {
    await open('#/guide/M01')
    await page.getByRole('button', { name: '没有，第一次办' }).click()
    await page.getByRole('button', { name: '开饭店' }).waitFor()
    expect(await focused()).toContain(t.guide.question(2))
    await expectSound(page, 'guide')
    await page.getByRole('button', { name: '单位、学校、工地自己的食堂' }).click()
    await page.getByRole('button', { name: '自己办' }).click()
    await page.getByRole('heading', { name: `${t.guide.end}：新办-集中用餐单位食堂` }).waitFor()
    await expectSound(page, 'end of the guide')
    await page.getByRole('button', { name: t.guide.changeOf('您打算做什么？') }).click()
    await page.getByRole('button', { name: '开饭店' }).click()
    await page.getByRole('button', { name: '租的' }).click()
    await page.getByRole('button', { name: t.guide.go }).click()
    await page.locator('#applicant-name').waitFor()
    expect(page.url()).toContain('#/new/S001')
  })

  test('conditions are checked before anything is uploaded', async () => {
    await open('#/new/S001')
    await page.getByLabel(t.facts.orgName).fill(applicant.name)
    await page.getByLabel(t.facts.uscc).fill(applicant.uscc)
    await page.getByRole('button', { name: t.eligibility.go }).click()
    await page.getByText(t.eligibility.list).waitFor()
    const shown = await body()
    expect(shown).toContain(t.eligibility.outcome.holds)
    expect(shown).toContain(t.eligibility.outcome.person)
    await expectSound(page, 'eligibility')
  })

  test('needed materials are shown before anything is asked', async () => {
    await open('#/new/S001')
    await page.getByRole('heading', { name: t.scenario.needs }).waitFor()
    for (const slot of ['营业执照', '法定代表人身份证', '健康证明']) expect(await body()).toContain(slot)
    await expectSound(page, 'facts')
  })

  test('an unknown scenario is said with a way on', async () => {
    await open('#/new/S999')
    await page.getByRole('alert').waitFor()
    expect(await focused()).toContain('role="alert"')
    await page.getByRole('button', { name: t.app.restart }).first().click()
    await page.locator('.choice').first().waitFor()
  })
})

describe('opening a case', () => {
  test('a mistyped code is explained, the summary has the focus and leads to the field', async () => {
    await open('#/new/S001')
    await page.getByLabel(t.facts.orgName).fill(applicant.name)
    await page
      .getByLabel(t.facts.uscc)
      .fill(`${applicant.uscc.slice(0, 17)}${applicant.uscc.endsWith('X') ? 'Y' : 'X'}`)
    await page.getByLabel(t.facts.phone).fill('123')
    await page.getByRole('button', { name: t.facts.go }).click()
    await page.getByRole('alert').waitFor()
    expect(await focused()).toContain('role="alert"')
    await expectSound(page, 'mistakes')
    await page.getByRole('alert').getByRole('button', { name: t.facts.badUscc }).click()
    expect(await focused()).toContain('applicant-uscc')
  })

  test('from the start to the materials by keyboard alone, with visible focus', async () => {
    await open('')
    await page.reload()
    await page.locator('.choice').first().waitFor()
    await page.keyboard.press('Tab')
    expect(await focused()).toContain(t.app.skip)
    await tabTo('#scenario-search')
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
    await page.keyboard.type('新办-餐饮')
    await tabTo('.choice')
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
    await page.keyboard.press('Enter')
    await page.locator('#applicant-name').waitFor()
    await tabTo('#applicant-name')
    await page.keyboard.type(applicant.name)
    await tabTo('#applicant-uscc')
    await page.keyboard.type(applicant.uscc)
    await page.keyboard.press('Enter')
    await page.locator('.drop').waitFor()
    expect(await focused()).toContain('<main')
    caseId = /cases\/([^/]+)/.exec(page.url())?.[1] ?? ''
    const opened = await ask<CaseView>('')
    expect(opened.applicant).toMatchObject({ kind: 'organisation', uscc: applicant.uscc })
    await expectSound(page, 'no materials')
  })
})

describe('handing in materials', () => {
  test('an empty file and a file that is no picture say why, and cost nothing else', async () => {
    await page.locator('.drop input[multiple]').setInputFiles([
      { name: '空.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
      { name: '假的.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('这不是照片'.repeat(100)) },
    ])
    await page.locator('.upload', { hasText: t.hints.empty }).waitFor()
    await page.locator('.upload.refused').nth(1).waitFor()
    const [, fake] = await page.locator('.upload.refused').allInnerTexts()
    expect(fake).toMatch(/假的\.jpg[\s\S]{8,}/)
    expect(fake).not.toContain(t.errors.strange)
    await expectSound(page, 'refused files')
    for (const name of ['空.jpg', '假的.jpg']) {
      await page.getByRole('button', { name: t.materials.removeFile(name) }).click()
    }
    expect((await ask<CaseView>('')).materials).toEqual([])
  })

  test('photographs are read with real progress, shown and announced', async () => {
    await page.evaluate(`window.said = [];
      new MutationObserver(() => window.said.push(document.querySelector('p.hidden[role=status]').textContent))
        .observe(document.querySelector('p.hidden[role=status]'), { childList: true, characterData: true, subtree: true })`)
    await page.locator('.drop input[multiple]').setInputFiles(PHOTOS)
    await allRead()
    const said = await page.evaluate<string[]>('window.said')
    expect(said).toContainEqual(expect.stringMatching(/^已读 \d+ \/ \d+ 页$/))
    expect(said[said.length - 1]).toBe(t.progress.done(PHOTOS.length))
    expect(await page.locator('.file').count()).toBe(PHOTOS.length)
    await expectSound(page, 'materials read')
  })

  test('the same file again is said to be the same', async () => {
    await page
      .locator('.drop input[multiple]')
      .setInputFiles([{ name: '又一次.jpg', mimeType: 'image/jpeg', buffer: readFileSync(LICENCE) }])
    await page.locator('.file', { hasText: t.hints.duplicate('又一次.jpg') }).waitFor()
    expect((await ask<CaseView>('')).materials.length).toBe(PHOTOS.length)
  })

  test('a wrong document in a slot is named, and one press moves it', async () => {
    const before = await ask<CaseView>('')
    const licence = before.materials.find((one) => one.fileName === basename(LICENCE))
    await page.locator(`[id="slot-of-${licence?.id}"]`).selectOption('平面图')
    await page.getByText(t.materials.wrong('营业执照', '平面图')).waitFor()
    await expectSound(page, 'wrong document')
    await page.getByRole('button', { name: t.materials.move('营业执照') }).click()
    await page.getByText(t.materials.wrong('营业执照', '平面图')).waitFor({ state: 'detached' })
    expect((await ask<CaseView>('')).materials.find((one) => one.id === licence?.id)?.slot).toBe('营业执照')
  })

  test('a file dropped on the page is taken, and can be removed again', async () => {
    const bytes = readFileSync(HEALTH).toString('base64')
    const data = await page.evaluateHandle(`(() => {
      const bytes = Uint8Array.from(atob('${bytes}'), (c) => c.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], '拖来的.jpg', { type: 'image/jpeg' }))
      return data
    })()`)
    await page.locator('.drop').dispatchEvent('drop', { dataTransfer: data })
    await page.getByText('拖来的.jpg').first().waitFor()
    await page.getByRole('button', { name: t.materials.removeFile('拖来的.jpg') }).click()
    await page.locator('.file', { hasText: '拖来的.jpg' }).waitFor({ state: 'detached' })
    expect((await ask<CaseView>('')).materials.length).toBe(PHOTOS.length)
  })

  test('the case is still there after a reload', async () => {
    await page.reload()
    await page.locator('.file').first().waitFor()
    expect(await page.locator('.file').count()).toBe(PHOTOS.length)
  })
})

describe('results', () => {
  const boxed = (evidence: readonly Evidence[]) =>
    evidence.find((one): one is Extract<Evidence, { kind: 'material' }> => one.kind === 'material' && one.box !== null)

  /** A required text field that nothing filled. */
  const freeField = async () => {
    const { fields } = await ask<FormView>('/form')
    const free = fields.find((one) => one.asked && one.required && !one.locked && one.type === 'text' && !one.value)
    if (!free) throw new Error('every text field is filled')
    return free
  }

  test('exceptions come first with what to do; counts are those of the service', async () => {
    await page.getByRole('button', { name: t.materials.toResults }).click()
    await page.locator('.finding').first().waitFor()
    const { findings } = await ask<ReviewView>('/review')
    const count = (verdict: string) => findings.filter((one) => one.verdict === verdict).length
    const shown = await page.locator('.counts strong').allInnerTexts()
    expect(shown.map(Number)).toEqual(['fail', 'unsure', 'pass', 'not-applicable'].map(count))
    const fails = findings.filter((one) => one.verdict === 'fail')
    const cards = page.locator('article.finding')
    for (let n = 0; n < fails.length; n++) {
      const words = await cards.nth(n).textContent()
      expect(fails.some((one) => words?.includes(one.message) && words.includes(one.fix))).toBe(true)
    }
    expect(fails.length).toBeGreaterThan(0)
    await expectSound(page, 'results')
    for (const fold of await page.locator('summary').all()) await fold.click()
    await expectSound(page, 'results unfolded', [PHONE])
  })

  test('the evidence box lies on the page image where the reader saw it, and in view', async () => {
    const { findings } = await ask<ReviewView>('/review')
    const { materials } = await ask<CaseView>('')
    const finding = findings.find((one) => one.verdict === 'fail' && boxed(one.evidence))
    const evidence = boxed(finding?.evidence ?? [])
    if (!finding || !evidence?.box) throw new Error('no finding of the showcase has evidence on a page')
    const pageSize = materials
      .find((one) => one.id === evidence.material)
      ?.pages.find((one) => one.page === evidence.page)
    for (const size of [PHONE, DESK]) {
      await page.setViewportSize(size)
      await page.reload()
      const card = page.locator(`#finding-${finding.point}`)
      await card.getByRole('button', { name: new RegExp(`${t.finding.show}|${t.finding.showing}`) }).click()
      const box = page.locator('.evidence-box')
      await box.waitFor()
      const image = page.locator('.sheet img')
      await image.evaluate('(img) => img.decode()')
      const [drawn, picture, canvas] = [
        await box.boundingBox(),
        await image.boundingBox(),
        await page.locator('.canvas').boundingBox(),
      ]
      if (!drawn || !picture || !canvas || !pageSize) throw new Error('nothing drawn')
      const frame = grown(evidence.box)
      const xs = [frame[0], frame[2], frame[4], frame[6]]
      const ys = [frame[1], frame[3], frame[5], frame[7]]
      const scale = picture.width / pageSize.width
      const near = (seen: number, expected: number) => expect(Math.abs(seen - expected)).toBeLessThanOrEqual(1)
      near(picture.height / pageSize.height / scale, 1)
      near(drawn.x, picture.x + Math.min(...xs) * scale - STROKE / 2)
      near(drawn.y, picture.y + Math.min(...ys) * scale - STROKE / 2)
      near(drawn.width, (Math.max(...xs) - Math.min(...xs)) * scale + STROKE)
      near(drawn.height, (Math.max(...ys) - Math.min(...ys)) * scale + STROKE)
      const middle = { x: drawn.x + drawn.width / 2, y: drawn.y + drawn.height / 2 }
      expect(middle.x).toBeGreaterThan(canvas.x)
      expect(middle.x).toBeLessThan(canvas.x + canvas.width)
      expect(middle.y).toBeGreaterThan(canvas.y)
      expect(middle.y).toBeLessThan(canvas.y + canvas.height)
      const before = await image.boundingBox()
      await page.locator('.canvas').focus()
      await page.keyboard.press('+')
      expect((await image.boundingBox())?.width ?? 0).toBeGreaterThan(before?.width ?? 0)
      await page.keyboard.press('0')
      expect((await image.boundingBox())?.height ?? 0).toBeLessThanOrEqual(canvas.height + 1)
    }
    await page.setViewportSize(PHONE)
    await expectSound(page, 'evidence')
  })

  test('a photograph taken again in its finding replaces the old one and settles it', async () => {
    const expired = (await ask<ReviewView>('/review')).findings.find(
      (one) => one.verdict === 'fail' && one.material === '法定代表人身份证',
    )
    const old = (await ask<CaseView>('')).materials.find((one) => one.id === boxed(expired?.evidence ?? [])?.material)
    const renewed = photosOf('法定代表人身份证').find((path) => basename(path) === old?.fileName)
    if (!expired || !renewed) throw new Error('the showcase has no expired card')
    const card = page.locator(`#finding-${expired.point}`)
    await card.locator('input[type=file]:not([capture])').setInputFiles(cleanTwinOf(renewed))
    await card.getByText(t.finding.sent).waitFor()
    await card.waitFor({ state: 'detached', timeout: 240_000 })
    // The old photograph stays until the new one is read; in between the two contradict each other.
    const photographs = async () => (await ask<CaseView>('')).materials.map((one) => one.id)
    await expect.poll(photographs, { timeout: 240_000 }).not.toContain(old?.id)
    expect(await photographs()).toHaveLength(PHOTOS.length)
    const settled = (await ask<ReviewView>('/review')).findings.find((one) => one.point === expired.point)
    expect(settled?.verdict).toBe('pass')
  })

  test('what a person types is saved and named as theirs', async () => {
    const { key, name } = await freeField()
    const input = page.locator(`#field-${key}`)
    await input.fill('王女士13800007387')
    await input.blur()
    await page.getByText(t.form.saved(name)).waitFor({ state: 'attached' })
    const { fields } = await ask<FormView>('/form')
    const saved = fields.find((one) => one.key === key)
    expect(saved).toMatchObject({ value: '王女士13800007387', source: '本人填写' })
  })

  test('a row is added to a table, holds what is typed, and the page stays sound', async () => {
    const { fields } = await ask<FormView>('/form')
    const table = fields.find((one) => one.asked && !one.locked && one.type === 'table' && one.columns?.length)
    const column = table?.columns?.find(({ type }) => type !== 'date')
    if (!table || !column) throw new Error('no table to fill')
    const rows = Array.isArray(table.value) ? table.value.length : 0
    await page.getByRole('button', { name: t.form.addRowTo(table.name) }).click()
    const cell = page.locator(`#field-${table.key}`).getByLabel(`${column.name} ${rows + 1}`)
    await expectSound(page, 'a row being added')
    await cell.fill('钱小六')
    await cell.blur()
    await page.getByText(t.form.saved(table.name)).waitFor({ state: 'attached' })
    const saved = (await ask<FormView>('/form')).fields.find((one) => one.key === table.key)
    expect(saved?.value).toHaveLength(rows + 1)
    expect(saved?.value).toContainEqual(expect.objectContaining({ [column.name]: '钱小六' }))
  })

  test('a shared source that is down says so, and the fields wait for the applicant', async () => {
    const { sources } = await ask<CaseView>('')
    const down = sources.filter((one) => one.state === 'unavailable')
    for (const one of down) expect(await body()).toContain(t.results.sourceDown(one.source))
    expect(down.map((one) => one.source)).toEqual(['人口库'])
  })

  test('the notice opens beside the page', async () => {
    const [notice] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: t.notice.open }).click(),
    ])
    await notice.waitForLoadState()
    const { notice: expected } = await ask<ReviewView>('/review')
    const words = await notice.locator('body').textContent()
    expect(words).toContain(expected.title)
    for (const item of expected.items) expect(words).toContain(item.problem)
    await notice.close()
  })

  test('a service that went away is said, nothing shown is lost', async () => {
    await context.setOffline(true)
    const { key } = await freeField()
    const input = page.locator(`#field-${key}`)
    await input.fill('连不上时填的')
    await input.blur()
    await page.getByText(t.errors.offline).waitFor()
    expect(await page.locator('.finding').count()).toBeGreaterThan(0)
    await expectSound(page, 'offline')
    await context.setOffline(false)
    await page.getByRole('button', { name: t.app.retry }).click()
    await page.getByText(t.errors.offline).waitFor({ state: 'detached' })
  })
})
