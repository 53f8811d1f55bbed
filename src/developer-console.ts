/** Says something to the merchant's developers. Internet Explorer 8 has a console only while its tools are open. */
export function warn(line: string): void {
  if (window.console) console.warn('OKcashbagAPI: ' + line);
}
