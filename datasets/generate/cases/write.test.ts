import { expect, test } from 'vitest'
import { filesByPaper } from './write.ts'

test('a PDF of several pages is one file of its paper, pictures are one each', () => {
  const [lease, card] = [{ key: 'lease' }, { key: 'id' }]
  const pages = [
    { paper: lease, file: '01.pdf' },
    { paper: lease, file: '01.pdf' },
    { paper: card, file: '02.jpg' },
    { paper: card, file: '03.jpg' },
  ]
  expect([...filesByPaper(pages)]).toEqual([
    ['lease', ['01.pdf']],
    ['id', ['02.jpg', '03.jpg']],
  ])
})
