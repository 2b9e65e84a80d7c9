import Cookies from 'js-cookie';

const TOKEN_KEY = 'notes.token';

export function saveToken(token: string): void {
  localStorage.setItem(TOKEN_KEY, token);
}

export function loadToken(): string | null {
  return localStorage.getItem(TOKEN_KEY);
}

/** Lets the browser extension, which shares our domain, act for the user. */
export function shareWithExtension(token: string): void {
  Cookies.set('notes_token', token, { expires: 30 });
}

export function csrfToken(): string | undefined {
  return Cookies.get('XSRF-TOKEN');
}

export function signOut(): void {
  localStorage.removeItem(TOKEN_KEY);
  localStorage.removeItem('refreshToken');
  Cookies.remove('notes_token');
}
