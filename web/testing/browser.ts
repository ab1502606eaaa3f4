import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS })

/** Controls smaller than `least` px in either direction; a ticked box counts with its label. */
const smallTargets = (least: number) => `
  [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((one) => one.getClientRects().length > 0)
    .map((one) => (one.matches('[type=checkbox], [type=radio]') ? (one.closest('label') ?? one) : one))
    .map((one) => ({ html: one.outerHTML.slice(0, 120), box: one.getBoundingClientRect() }))
    .filter(({ box }) => Math.min(box.width, box.height) < ${least} - 0.5)
    .map(({ html, box }) => Math.round(box.width) + '×' + Math.round(box.height) + ' ' + html)`

const smallText = (least: number) => `
  [...document.querySelectorAll('body *')]
    .filter((one) => one.getClientRects().length > 0 && [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .filter((one) => parseFloat(getComputedStyle(one).fontSize) < ${least} - 0.01)
    .map((one) => one.outerHTML.slice(0, 120))`

const tooWide = `
  document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
  [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((one) => one.outerHTML.slice(0, 120))`

/** What axe (WCAG 2.2 AA and best practice) finds on the page as it stands. */
export async function axeFaults(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
}

/** What a checker does not see: overflow, small targets, small text (px). */
export async function layoutFaults(page: Page, least: { target: number; text: number }): Promise<string[]> {
  const list = async (what: string, script: string) =>
    (await page.evaluate<string[]>(script)).map((one) => `${what}: ${one}`)
  return [
    ...(await list('too wide', tooWide)),
    ...(await list('small target', smallTargets(least.target))),
    ...(await list('small text', smallText(least.text))),
  ]
}
