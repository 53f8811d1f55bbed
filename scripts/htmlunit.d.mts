export const SELENIUM_JAR: string;
export function hasJava(): boolean;
