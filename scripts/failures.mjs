/** Colours, which say nothing in a log. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one
const COLOUR = /\u001B\[[0-9;]*m/g;
const LINES = 3;

const firstLines = (message = '') =>
  message
    .replace(COLOUR, '')
    .split('\n')
    .filter((line) => line.trim())
    .slice(0, LINES);

/** The tests that failed, by Vitest's JSON report: their names, each with the first lines of what went wrong. */
export function failuresOfVitest(report) {
  return (report?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => ({ name: fullName, problem: firstLines(failureMessages[0]) }));
    // A file that does not load has no tests.
    return message && failed.length === 0 ? [{ name, problem: firstLines(message) }] : failed;
  });
}

/** The tests that failed, by Playwright's JSON report, each with its project. */
export function failuresOfPlaywright(report) {
  const inSuite = (suite, names) => [
    ...(suite.suites ?? []).flatMap((inner) => inSuite(inner, [...names, inner.title])),
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests
        .filter(({ status }) => status === 'unexpected')
        .map(({ projectName, results }) => ({
          name: `[${projectName}] ${[...names, spec.title].join(' › ')}`,
          problem: firstLines(results.at(-1)?.error?.message),
        })),
    ),
  ];
  return (report?.suites ?? []).flatMap((file) => inSuite(file, [file.title]));
}
