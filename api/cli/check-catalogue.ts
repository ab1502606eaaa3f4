import { CatalogueError, loadCatalogue, loadGuides } from '../../rules/index.ts'

// npm runs this after an installation, so that the service's first start finds the catalogue checked already. A fault is told
// and stops nothing here: it stops the service.
try {
  loadGuides(loadCatalogue())
} catch (error) {
  if (!(error instanceof CatalogueError)) throw error
  console.error(`目录有错，服务不会启动：\n${error.message}`)
}
