import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkLeaks } from './check-leaks.ts'
import { datasetFolder } from './find-cases.ts'
import { type DatasetCase, loadCase } from './load-case.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-leaks-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const showcase = join(datasetFolder('showcase'), 'cases', 'S001-0020')

/** The showcase case with one file of this name in a folder of the test's. */
function caseOf(file: string): DatasetCase {
  const { loaded } = loadCase(showcase)
  if (!loaded) throw new Error('the showcase does not load')
  return { ...loaded, folder, seen: { ...loaded.seen, materials: [{ file }] } }
}

test('a numbered photograph without metadata leaks nothing', async () => {
  copyFileSync(join(showcase, '01.jpg'), join(folder, '01.jpg'))
  expect(await checkLeaks(caseOf('01.jpg'))).toEqual([])
})

test('a true value or a word about the defect in the name is a leak', async () => {
  for (const name of ['91310107MA1JARTA0X.jpg', '身份证过期.jpg']) {
    copyFileSync(join(showcase, '01.jpg'), join(folder, name))
    expect(await checkLeaks(caseOf(name))).toMatchObject([
      { path: join(folder, name), message: expect.stringContaining('文件名') },
    ])
  }
})

test('a true value in EXIF or in the information of a PDF is a leak', async () => {
  const exif = { IFD0: { ImageDescription: '91310107MA1JARTA0X' } }
  await sharp(readFileSync(join(showcase, '01.jpg')))
    .withExif(exif)
    .toFile(join(folder, '01.jpg'))
  const title = Buffer.from('\uFEFF上海麦里餐饮服务有限公司', 'utf16le').swap16().toString('hex')
  writeFileSync(join(folder, '02.pdf'), `%PDF-1.4\n1 0 obj <</Title <${title}>>> endobj`)
  for (const file of ['01.jpg', '02.pdf'])
    expect(await checkLeaks(caseOf(file)), file).toMatchObject([{ message: expect.stringContaining('元数据') }])
})
