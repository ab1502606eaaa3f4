import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createReader } from '../../models/index.ts'
import { createApp } from '../app.ts'
import { defaultConfig, isLoopback, isSandbox, type ServiceConfig } from '../config.ts'
import { createService, standardErrorLog } from '../create-service.ts'
import { listen } from '../http/listen.ts'

const usage = `用法：npm run serve -- [选项]
  --host 地址       监听地址，缺省 127.0.0.1（只有本机能访问）
  --port 端口       缺省 8787
  --data 目录       数据目录，缺省 .data
  --registry 目录   样例共享数据目录
  --down 数据源     让某个共享数据源连不上（可重复），用来演练
  --sandbox         允许办件自带共享数据（仅限监听本机时）
  --quiet           不输出请求日志`

function configOf(args: string[]): { config: ServiceConfig; quiet: boolean } | null {
  const { values } = parseArgs({
    args,
    options: {
      host: { type: 'string', default: defaultConfig.host },
      port: { type: 'string', default: String(defaultConfig.port) },
      data: { type: 'string', default: defaultConfig.dataDir },
      registry: { type: 'string', default: defaultConfig.registryDir },
      down: { type: 'string', multiple: true, default: [] },
      sandbox: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return null
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`端口无效：${values.port}`)
  if (values.sandbox && !isLoopback(values.host)) throw new Error('--sandbox 只能在监听本机（127.0.0.1）时使用')
  const { host, data, registry, down, sandbox } = values
  return {
    config: { ...defaultConfig, host, port, dataDir: data, registryDir: registry, down, sandbox },
    quiet: values.quiet,
  }
}

async function main(): Promise<void> {
  const parsed = configOf(process.argv.slice(2))
  if (parsed === null) return void console.log(usage)
  const { config, quiet } = parsed
  const service = createService(config, {
    reader: createReader(),
    ...(quiet ? {} : { log: standardErrorLog }),
  })
  const known = service.judgement.sources().map(({ source }) => source)
  const strange = config.down.filter((source) => !known.includes(source))
  if (strange.length > 0) throw new Error(`没有数据源 ${strange.join('、')}；可用：${known.join('、')}`)
  const server = await listen(createApp(service), config.host, config.port)
  await service.worker.start()

  console.log(`一次过已启动：${server.address}/　接口说明：${server.address}/docs`)
  if (isLoopback(config.host)) console.log('只有本机能访问；没有登录，办件编号就是凭证。按 Ctrl+C 停止。')
  else console.log('注意：正在监听外部地址，且没有登录。请只在可信网络内使用。')
  if (isSandbox(config)) console.log('沙箱模式：办件可以自带共享数据。')
  if (config.down.length > 0) console.log(`演练：${config.down.join('、')} 连不上。`)
  if (!existsSync(join(config.webDir, 'index.html')))
    console.log('界面还没有构建：请运行 npm run build:web，或用 npm start。')

  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(130)
    stopping = true
    // At once: readers that die of the same signal are no failed try.
    await Promise.all([service.worker.stop(), server.close()])
    await service.close()
    process.exit(0)
  }
  // Sources that a new catalogue adds are connected at the next start.
  process.on('SIGHUP', () => {
    try {
      service.reloadCatalogue()
      console.log(`事项目录已重新读入：${service.judgement.catalogue}`)
    } catch (error) {
      console.error(`事项目录有错，仍用原来的（${service.judgement.catalogue}）：\n${(error as Error).message}`)
    }
  })
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
}

main().catch((error: NodeJS.ErrnoException) => {
  const reason = error.code === 'EADDRINUSE' ? '端口已被占用，请用 --port 换一个' : error.message
  console.error(`没有启动：${reason}`)
  process.exitCode = 1
})
