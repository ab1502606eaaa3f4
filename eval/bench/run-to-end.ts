/**
 * Runs a command to its end: its exit code, 1 when it throws. A promise that never settles leaves the event loop empty
 * and would end the process in silence: that is told and fails too.
 */
export async function runToEnd(main: () => Promise<number>): Promise<void> {
  const unfinished = () => {
    console.error('没有做完就结束了：有一步一直没有结果（读取进程可能已经退出）。')
    process.exitCode = 1
  }
  process.once('exit', unfinished)
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  } finally {
    process.off('exit', unfinished)
  }
}
