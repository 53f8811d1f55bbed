export function writeTypes(entry: string, out: string): void;
