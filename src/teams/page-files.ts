import { readFileSync } from 'node:fs';
import type { Handler } from './http-answer';
import type { Routes } from './server';

// Hands the code to Teams, which closes the window and sends it to the bot. Outside Teams nobody answers, and the
// page stays: the sign-in counts all the same.
const PAGE_SCRIPT = `'use strict';
(function () {
  var code = document.body.getAttribute('data-code');
  if (!code || !window.microsoftTeams) return;
  window.microsoftTeams.app.initialize().then(
    function () { window.microsoftTeams.authentication.notifySuccess(code); },
    function () {}
  );
})();
`;

const PAGE_STYLE = `:root { color-scheme: light dark; font-family: 'Segoe UI', system-ui, sans-serif; }
main { max-width: 32rem; margin: 15vh auto 0; padding: 0 1rem; }
h1 { font-size: 1.4rem; }
`;

const JAVASCRIPT = 'text/javascript; charset=utf-8';

/** The files that the sign-in pages load, all of them ours: teams-js is served from where npm put it. */
export function pageFiles(): Routes {
  const teamsJs = readFileSync(require.resolve('@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js'));
  return {
    'GET /auth/page.js': file(PAGE_SCRIPT, JAVASCRIPT),
    'GET /auth/page.css': file(PAGE_STYLE, 'text/css; charset=utf-8'),
    'GET /auth/teams-js.js': file(teamsJs, JAVASCRIPT),
  };
}

const file =
  (body: string | Buffer, type: string): Handler =>
  () => ({ status: 200, headers: { 'content-type': type, 'cache-control': 'public, max-age=3600' }, body });
