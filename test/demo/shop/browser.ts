import { expect } from 'vitest';

/** Opens a browser at the shop, which keeps cookies and sends the page's origin. */
export function openBrowser(shopUrl: string) {
  const cookies = new Map<string, string>();
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(shopUrl + path, {
      method,
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
        ...(method === 'GET' ? {} : { origin: shopUrl }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      expect(cookie).toContain('HttpOnly; SameSite=Lax');
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: type.includes('json') ? JSON.parse(text) : {},
    };
  };
  const checkout = async (query = '') => {
    const { text } = await send('GET', `/${query}`);
    const [, data = ''] = /<script type="application\/json" id="page">(.*?)<\/script>/s.exec(text) ?? [];
    return { text, order: JSON.parse(data).order as { id: string; state: string; total: number } };
  };
  return { send, checkout };
}
