import { existsSync } from 'node:fs';
import { arch } from 'node:process';

const LIBRARIES = `/usr/lib/${{ x64: 'x86_64', arm64: 'aarch64' }[arch] ?? arch}-linux-gnu`;

/** Debian's WebKitGTK: the program that speaks WebDriver, and the browser that it drives. */
export const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
export const MINI_BROWSER = `${LIBRARIES}/webkit2gtk-4.1/MiniBrowser`;

/** Whether both, and a screen for them, are on this machine. */
export const hasWebKit = () => [WEBKIT_DRIVER, MINI_BROWSER, '/usr/bin/Xvfb'].every((path) => existsSync(path));
