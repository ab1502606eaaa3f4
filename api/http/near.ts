/** The candidates that a mistyped `wanted` may have meant, nearest first; empty when none is near. */
export function near(wanted: string, candidates: readonly string[], limit = 3): string[] {
  const query = wanted.normalize('NFKC').toUpperCase()
  return candidates
    .map((candidate) => ({ candidate, distance: distance(query, candidate.toUpperCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, Math.ceil(candidate.length / 2)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ candidate }) => candidate)
}

/** Levenshtein distance in characters. */
function distance(a: string, b: string): number {
  const from = [...a].slice(0, 64)
  let row = Array.from({ length: from.length + 1 }, (_, i) => i)
  for (const [j, to] of [...b].entries()) {
    const next = [j + 1]
    for (const [i, character] of from.entries()) {
      const substitution = (row[i] ?? 0) + (character === to ? 0 : 1)
      next.push(Math.min(substitution, (row[i + 1] ?? 0) + 1, (next[i] ?? 0) + 1))
    }
    row = next
  }
  return row[from.length] ?? 0
}
