/** Request fields with secret or personal values. */
const SECRET_FIELDS = ['userAuthToken', 'ocbUseTrAuthToken', 'authID'];

/**
 * Returns a function that removes the credentials and a request's secrets from a text, because errors and logs quote
 * what servers send.
 */
export function redactor(credentials: readonly string[], request: object): (text: string) => string {
  const values = Object.entries(request).flatMap(([name, value]) => (SECRET_FIELDS.includes(name) ? [`${value}`] : []));
  const secrets = [...credentials, ...values].filter((secret) => secret !== '');
  return (text) => secrets.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}
