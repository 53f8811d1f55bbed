export function ie8CssFindings(css: string): string[];
