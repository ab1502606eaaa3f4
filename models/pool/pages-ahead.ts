import type { OpenPage, Source } from '../intake/source.ts'
import { timed } from '../stopwatch.ts'

/**
 * The pages of a file one by one; while one is read the next is being decoded, since networks compute beside this thread and
 * wait for nobody. A page that cannot be opened fails when its turn comes.
 */
export async function* pagesAhead(source: Pick<Source, 'pages' | 'open'>): AsyncGenerator<OpenPage> {
  let ahead: Promise<OpenPage> | null = null
  for (let number = 1; number <= source.pages; number++) {
    const page = await timed('open', () => ahead ?? source.open(number))
    ahead = number < source.pages ? source.open(number + 1) : null
    ahead?.catch(() => {})
    yield page
  }
}
