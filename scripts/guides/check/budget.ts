/** What a phone on 4G loads and draws without stutter. */
export const modelBudget = { bytes: 500_000, triangles: 150_000, drawCalls: 60 } as const;
