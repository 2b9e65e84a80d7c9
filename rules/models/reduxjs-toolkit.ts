import type { LibraryModel } from './model';

/** Only what it makes reducers of, for what keeps their states, and what its actions do. */
export const reduxjsToolkit = {
  package: '@reduxjs/toolkit',
  modules: ['@reduxjs/toolkit', '@reduxjs/toolkit/react', 'redux'],
  source:
    '@reduxjs/toolkit@2.9.0 dist/index.d.ts (createSlice, createReducer), redux@5.0.1 dist/redux.d.ts (combineReducers)',
  display: 'reducer',
  reducers: [
    { path: 'createSlice().reducer', argument: 0, member: 'initialState', holds: 'state' },
    { path: 'createReducer()', argument: 0, holds: 'state' },
    { path: 'combineReducers()', argument: 0, holds: 'reducers' },
  ],
  members: [{ path: 'createSlice().actions', of: [{ argument: 0, path: ['reducers'], takesPayload: true }] }],
  emissions: [],
} satisfies LibraryModel;
