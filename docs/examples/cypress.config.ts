// Cypress for a page with the popup: npm install --save-dev cypress okcashbagapi
import { defineConfig } from 'cypress';
import { waitForCode } from 'okcashbagapi/testing';

const sandbox = process.env.OCB_URL ?? 'http://127.0.0.1:4000';

export default defineConfig({
  e2e: {
    baseUrl: 'http://localhost:3000',
    // The popup is a frame of another origin, whose document tests see only without web security: in Chrome, Edge and
    // Electron. cy.origin() is of no use here: it is for pages that the window goes to, not for frames.
    chromeWebSecurity: false,
    env: { sandbox },
    setupNodeEvents(on) {
      // In Node, where no policy of the page holds it back.
      on('task', { waitForCode: (phone: string) => waitForCode(phone, { sandbox }) });
    },
  },
});
