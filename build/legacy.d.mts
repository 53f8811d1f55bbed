export function toEs3(code: string, plugins?: unknown[]): Promise<{ code: string }>;
