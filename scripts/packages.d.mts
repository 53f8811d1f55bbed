export function packagesMatchLock(folder?: string): boolean;
export function ensurePackages(): Promise<void>;
