export function testLanes(): { unit: string[]; integration: string[] };
