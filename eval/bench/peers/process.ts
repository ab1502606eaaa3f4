/** One process of a peer (`argv`: its name, its threads): reads the photographs it is sent, answers with their texts. */
import type { Peer } from './peer.ts'

const [, , name = '', threads = '0'] = process.argv
const { start } = (await import(`./${name}.ts`)) as { start: Peer }
const read = await start(Number(threads))

process.on('message', async (path: string) => process.send?.(await read(path)))
process.on('disconnect', () => process.exit(0))
