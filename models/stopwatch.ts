/** Parts of the work on a page, as a profile names them. */
export type Stage =
  | 'open'
  | 'detect'
  | 'regions'
  | 'crop'
  | 'recognise'
  | 'decode'
  | 'inspect'
  | 'codes'
  | 'understand'
  | 'second'
  | 'closer'
  | 'rest'

/** CPU milliseconds per stage. */
export type Profile = Partial<Record<Stage, number>>

const spent = new Map<Stage, number>()
const open: Stage[] = ['rest']
let since = process.cpuUsage()

/** Charges the CPU time of this process (all its threads) since the last call to the innermost open stage. */
function charge() {
  const now = process.cpuUsage()
  const stage = open.at(-1) ?? 'rest'
  const used = now.user - since.user + now.system - since.system
  since = now
  spent.set(stage, (spent.get(stage) ?? 0) + used / 1000)
}

/** Does some work and charges its CPU time to a stage; a stage within it is charged apart. One task at a time per process. */
export async function timed<T>(stage: Stage, work: () => T | Promise<T>): Promise<T> {
  charge()
  open.push(stage)
  try {
    return await work()
  } finally {
    charge()
    open.pop()
  }
}

/** What was charged since the last time this was asked. */
export function takeProfile(): Profile {
  charge()
  const profile: Profile = Object.fromEntries(spent)
  spent.clear()
  return profile
}
