/** Public entry of the service, for programs that run it themselves (eval, commands). */
export {
  calibrationGroup,
  createReader,
  modelFiles,
  onCurve,
  type Profile,
  type Reader,
  readerVersion,
} from '../models/index.ts'
export { createApp } from './app.ts'
export { defaultConfig, isLoopback, type ServiceConfig } from './config.ts'
export { createService } from './create-service.ts'
export type { Service } from './service.ts'
