export function es3Findings(code: string): string[];
export function requireEs3(name: string, code: string): void;
