/** What is safe to log of an error that nobody foresaw: never its message, for that of a database quotes what it was given. */
export function safely(error: unknown) {
  const { name: kind, stack = '', cause } = error instanceof Error ? error : new Error('not an error');
  const { code } = (cause ?? {}) as { code?: unknown };
  return { kind, code, at: stack.split('\n').filter((line) => line.startsWith('    at ')) };
}
