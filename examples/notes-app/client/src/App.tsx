import { useEffect, useState } from 'react';
import { fetchNotes, logOut, type Note } from './api';
import { LoginForm } from './LoginForm';
import { NoteEditor } from './NoteEditor';
import { loadToken, signOut } from './session';
import { loadTheme, saveTheme } from './theme';

export function App() {
  const [signedIn, setSignedIn] = useState(loadToken() !== null);
  const [notes, setNotes] = useState<Note[]>([]);

  useEffect(() => {
    if (signedIn) fetchNotes().then(setNotes, () => setSignedIn(false));
  }, [signedIn]);

  if (!signedIn) return <LoginForm onSignedIn={() => setSignedIn(true)} />;

  async function leave() {
    await logOut();
    signOut();
    setSignedIn(false);
  }

  return (
    <main>
      <header>
        <button type="button" onClick={() => saveTheme(loadTheme() === 'dark' ? 'light' : 'dark')}>
          Theme
        </button>
        <button type="button" onClick={leave}>
          Sign out
        </button>
      </header>
      {notes.map((note) => (
        <NoteEditor key={note.id} note={note} />
      ))}
    </main>
  );
}
