import { randomUUID, scryptSync, timingSafeEqual } from 'node:crypto';

export interface User {
  readonly id: string;
  readonly email: string;
  readonly role: 'member' | 'admin';
  readonly salt: string;
  readonly passwordHash: string;
}

export interface Note {
  readonly id: string;
  readonly ownerId: string;
  readonly title: string;
  readonly body: string;
  readonly updatedAt: string;
}

const users = new Map<string, User>();
const notes = new Map<string, Note>();

export function findUser(id: string): User | undefined {
  return users.get(id);
}

export function findUserByEmail(email: string): User | undefined {
  return [...users.values()].find((user) => user.email === email.toLowerCase());
}

export function createUser(email: string, password: string): User {
  const salt = randomUUID();
  const user: User = {
    id: randomUUID(),
    email: email.toLowerCase(),
    role: 'member',
    salt,
    passwordHash: hash(password, salt),
  };
  users.set(user.id, user);
  return user;
}

export function passwordMatches(user: User, password: string): boolean {
  return timingSafeEqual(Buffer.from(hash(password, user.salt)), Buffer.from(user.passwordHash));
}

export function listNotes(ownerId: string): Note[] {
  return [...notes.values()].filter((note) => note.ownerId === ownerId);
}

export function saveNote(ownerId: string, title: string, body: string, id: string = randomUUID()): Note {
  const note: Note = { id, ownerId, title, body, updatedAt: new Date().toISOString() };
  notes.set(id, note);
  return note;
}

export function removeNote(ownerId: string, id: string): boolean {
  return notes.get(id)?.ownerId === ownerId && notes.delete(id);
}

function hash(password: string, salt: string): string {
  return scryptSync(password, salt, 64).toString('hex');
}
