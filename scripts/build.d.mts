export function buildIsStale(): boolean;
export function ensureBuild(): Promise<void>;
