export const WEBKIT_DRIVER: string;
export const MINI_BROWSER: string;
export function hasWebKit(): boolean;
