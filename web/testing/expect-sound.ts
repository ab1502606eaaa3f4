import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { t } from '../strings/index.ts'
import { axeFaults, layoutFaults } from './browser.ts'

export const PHONE = { width: 375, height: 812 }
const NARROW = { width: 320, height: 640 }
export const DESK = { width: 1280, height: 900 }
const NORMAL = { target: 44, text: 14 }
const ELDER = { target: 60, text: 18 }

/** Holds a state of the page to the accessibility rules at phone, narrowest and desktop width, and in 长辈版. */
export async function expectSound(page: Page, state: string, axeAt = [DESK, PHONE]): Promise<void> {
  for (const size of [NARROW, DESK, PHONE]) {
    await page.setViewportSize(size)
    expect(await layoutFaults(page, NORMAL), `${state} at ${size.width}`).toEqual([])
    if (axeAt.includes(size)) expect(await axeFaults(page), `${state} at ${size.width}`).toEqual([])
  }
  await page.setViewportSize(PHONE)
  await page.getByRole('button', { name: t.app.elder }).click()
  for (const size of ['20', '24', '30']) {
    expect(await layoutFaults(page, ELDER), `${state} in 长辈版 ${size}`).toEqual([])
    if (size !== '30') await page.getByRole('button', { name: t.app.bigger }).click()
  }
  await page.getByRole('button', { name: t.app.elder }).click()
}
