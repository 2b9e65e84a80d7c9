import { useState } from 'react';
import { type Note, saveNote } from './api';

export function NoteEditor({ note }: { note: Note }) {
  const draftKey = `draft:${note.id}`;
  const [body, setBody] = useState(sessionStorage.getItem(draftKey) ?? note.body);

  function edit(text: string) {
    setBody(text);
    sessionStorage.setItem(draftKey, text);
  }

  async function save() {
    await saveNote({ ...note, body });
    sessionStorage.removeItem(draftKey);
  }

  return (
    <article>
      <h2>{note.title}</h2>
      <textarea value={body} onChange={(event) => edit(event.target.value)} />
      <button type="button" onClick={save}>
        Save
      </button>
    </article>
  );
}
