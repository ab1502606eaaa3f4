export { CatalogueError, type CatalogueFault } from '../../facts/catalogue-error.ts'
