import { csrfToken, loadToken } from './session';

export interface Note {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

export interface SignedIn {
  readonly token: string;
  readonly refreshToken: string;
}

export function logIn(email: string, password: string, remember: boolean): Promise<SignedIn> {
  return request('POST', '/api/auth/login', { email, password, remember });
}

export function logOut(): Promise<void> {
  return request('POST', '/api/auth/logout');
}

export function fetchNotes(): Promise<Note[]> {
  return request('GET', '/api/notes');
}

export function saveNote(note: Note): Promise<Note> {
  return request('PUT', `/api/notes/${encodeURIComponent(note.id)}`, note);
}

async function request<Answer>(method: string, url: string, body?: unknown): Promise<Answer> {
  const headers = new Headers({ 'Content-Type': 'application/json' });
  const token = loadToken();
  if (token) headers.set('Authorization', `Bearer ${token}`);
  const csrf = csrfToken();
  if (csrf) headers.set('X-XSRF-TOKEN', csrf);

  const response = await fetch(url, { method, headers, body: body ? JSON.stringify(body) : null });
  const answer = response.status === 204 ? undefined : await response.json();
  if (!response.ok) throw new Error(answer?.error ?? response.statusText);
  return answer;
}
