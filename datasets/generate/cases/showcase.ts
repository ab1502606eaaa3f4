/** The committed pair in datasets/showcase: what a person is shown first. */
export const SHOWCASE = {
  seed: 20,
  at: '2026-11-16',
  defects: ['legal-id-expired', 'lease-without-room', 'health-missing'],
} as const
