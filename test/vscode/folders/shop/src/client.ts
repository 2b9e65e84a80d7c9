export function remember(token: string): void {
  localStorage.setItem('token', token);
}
