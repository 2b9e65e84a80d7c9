import { type FormEvent, useState } from 'react';
import { logIn } from './api';
import { saveToken, shareWithExtension } from './session';

export function LoginForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(true);
  const [problem, setProblem] = useState<string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    try {
      const { token, refreshToken } = await logIn(email, password, remember);
      saveToken(token);
      localStorage.setItem('refreshToken', refreshToken);
      if (remember) shareWithExtension(token);
      onSignedIn();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'That did not work');
    }
  }

  return (
    <form onSubmit={submit}>
      <input type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
      <input type="password" value={password} onChange={(event) => setPassword(event.target.value)} />
      <label>
        <input type="checkbox" checked={remember} onChange={(event) => setRemember(event.target.checked)} />
        Remember me
      </label>
      <button type="submit">Sign in</button>
      {problem && <p role="alert">{problem}</p>}
    </form>
  );
}
