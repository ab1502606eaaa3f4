/** Loaded into a server before its own code: measures its event loop from the message `start` to the message `stop`. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** The histogram counts from one tick to the next, this long where nothing is late (ms). */
const RESOLUTION_MS = 10

/** How late the event loop was, in ms. */
export interface Lag {
  p50: number
  p99: number
  p999: number
  max: number
  ticks: number
}

const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })

process.on('message', (message) => {
  if (message === 'start') {
    histogram.reset()
    histogram.enable()
  }
  if (message !== 'stop') return
  histogram.disable()
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
  const lag: Lag = {
    p50: late(histogram.percentile(50)),
    p99: late(histogram.percentile(99)),
    p999: late(histogram.percentile(99.9)),
    max: late(histogram.max),
    ticks: histogram.count,
  }
  process.send?.(lag)
})
