export { alreadyParsed, type Located, parseLocated } from '../../facts/located-yaml.ts'
