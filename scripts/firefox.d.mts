export function systemFirefox(): string | undefined;
