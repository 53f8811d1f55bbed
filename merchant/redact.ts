/** Fields of requests whose values are secrets, or belong to a person. */
const SECRET_FIELDS = ['userAuthToken', 'ocbUseTrAuthToken', 'authID'];

/** A function that takes the credentials and a request's secrets out of a text: errors and logs quote what servers say. */
export function redactor(credentials: readonly string[], request: object): (text: string) => string {
  const values = Object.entries(request).flatMap(([name, value]) => (SECRET_FIELDS.includes(name) ? [`${value}`] : []));
  const secrets = [...credentials, ...values].filter((secret) => secret !== '');
  return (text) => secrets.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}
