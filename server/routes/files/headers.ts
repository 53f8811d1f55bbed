/** The headers of the built files, as far as they are known before a file is read. */
export type Headers = Readonly<Record<string, string>>;

/** The path contains a version. */
export const IMMUTABLE: Headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };
/** The version is no longer kept, so the file is another's. */
export const REVALIDATED: Headers = { 'Cache-Control': 'no-cache' };

export const JAVASCRIPT: Headers = { 'Content-Type': 'text/javascript; charset=utf-8', Vary: 'Accept-Encoding' };

/** For the script that merchants' pages load. */
export const SCRIPT: Headers = {
  'Cache-Control': 'public, max-age=300',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // Pages that check the script's integrity (SRI) need CORS.
  'Access-Control-Allow-Origin': '*',
};

export const DOCUMENT: Headers = {
  'Content-Type': 'text/html; charset=utf-8',
  // Old browsers get another document.
  Vary: 'Accept-Encoding, User-Agent',
  // The popup needs none of these except `otp-credentials`.
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), otp-credentials=(self)',
};
