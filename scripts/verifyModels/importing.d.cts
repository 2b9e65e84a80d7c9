export function importModule(url: string): Promise<{ readonly default?: unknown }>;
