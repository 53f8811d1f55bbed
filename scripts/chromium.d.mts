export function systemChromium(): string | undefined;
export function downloadedChromium(): Promise<string | undefined>;
