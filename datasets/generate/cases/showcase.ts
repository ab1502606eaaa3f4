/**
 * The committed pair in datasets/showcase: what a person is shown first. Among seeds it is one whose applicant brings
 * every licence on paper, so that there are photographs to look at.
 */
export const SHOWCASE = {
  /** What `npm run draw -- --seed` calls it. */
  number: 20,
  scenario: 'S001',
  seed: 'showcase/92055',
  at: '2026-11-16',
  defects: ['legal-card-expired', 'lease-without-room', 'health-missing'],
} as const
