import type { Person } from '../tenant/person';
import type { AuthorizationRequest } from './authorizations';

/** Text inside HTML. */
export function html(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width">
<style>body{font:16px system-ui;max-width:26rem;margin:10vh auto;padding:0 1rem;color-scheme:light dark}
button,select{font:inherit;padding:.5rem 1rem;margin:.5rem .5rem .5rem 0}</style></head>
<body><main><h1>${title}</h1>${body}</main></body></html>`;
}

/** The page on which Entra asks who one is and whether the app may. */
export function signInPage(request: AuthorizationRequest, people: readonly Person[]): string {
  const options = people
    .map((person) => {
      const hinted = request.loginHint === person.upn ? ' selected' : '';
      return `<option value="${html(person.key)}"${hinted}>${html(person.name)} (${html(person.upn)})</option>`;
    })
    .join('');
  return page(
    'Sign in to the sandbox tenant',
    `<p>Device Assist asks to read and act on managed devices on your behalf.</p>
<form method="post" action="/sandbox/sign-in">
<input type="hidden" name="request" value="${request.id}">
<p><label>Account <select name="person">${options}</select></label></p>
<button name="decision" value="accept">Accept</button>
<button name="decision" value="cancel">Cancel</button></form>`,
  );
}

/** A page that posts its fields to the redirect address by itself (response_mode form_post). */
export function formPostPage(action: string, fields: URLSearchParams): string {
  const inputs = [...fields]
    .map(([name, value]) => `<input type="hidden" name="${html(name)}" value="${html(value)}">`)
    .join('');
  return page(
    'Working…',
    `<form method="post" action="${html(action)}">${inputs}<button>Continue</button></form>
<script>document.forms[0].submit()</script>`,
  );
}

/** The page Entra shows when it cannot even go back to the app. */
export function errorPage(text: string): string {
  return page('Sorry, but we’re having trouble signing you in', `<p>${html(text)}</p>`);
}
