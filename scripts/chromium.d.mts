export function systemChromium(): string | undefined;
export function quickChromium(): string | undefined;
export function downloadedChromium(): Promise<string | undefined>;
