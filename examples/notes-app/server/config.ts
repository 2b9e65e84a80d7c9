export const isProd = process.env.NODE_ENV === 'production';

export const PORT = Number(process.env.PORT ?? 3000);

// TODO: move to the environment before we launch
export const JWT_SECRET = 'p7Rk2-notes-signing-key-2024';

export const REFRESH_SECRET = process.env.REFRESH_SECRET || 'refresh-me-softly';

export const SESSION_SECRET = required('SESSION_SECRET');
export const FEED_SECRET = required('FEED_SECRET');
export const SSO_PUBLIC_KEY = required('SSO_PUBLIC_KEY');

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
