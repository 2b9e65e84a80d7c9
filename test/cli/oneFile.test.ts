import assert from 'node:assert/strict';
import { createSandbox, type Sandbox } from './runs';

/** A store that calls its mutations by their names. */
const STORE = `import Vuex from 'vuex';

const mutations = {
  keep(state, value) {
    localStorage.setItem('kept', value);
  },
};
const actions = {
  async login({ commit }, body) {
    const answer = await (await fetch('/api/login', { method: 'POST', body })).json();
    commit('keep', answer.access_token);
  },
};

export default new Vuex.Store({ state: {}, mutations, actions });
`;
const FOUND = ['store.js:11:20  token-in-web-storage'];

describe('a file that is checked by itself', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = createSandbox();
    sandbox.write('package.json', JSON.stringify({ dependencies: { vuex: '^4.0.0' } }));
    sandbox.write('store.js', STORE);
  });
  afterEach(() => sandbox.remove());

  it('is followed through what it offers to a library, as in its directory', async () => {
    for (const path of ['store.js', '.']) {
      const { stdout } = await sandbox.authlint(path);
      assert.deepEqual(stdout.match(/\S+ +token-in-web-storage/g), FOUND, path);
    }
  });
});
