/** Returns what is safe to log of an unexpected error. Never its message: a database's message quotes its input. */
export function safely(error: unknown) {
  const { name: kind, stack = '', cause } = error instanceof Error ? error : new Error('not an error');
  const { code } = (cause ?? {}) as { code?: unknown };
  return { kind, code, at: stack.split('\n').filter((line) => line.startsWith('    at ')) };
}
