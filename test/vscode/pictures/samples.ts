import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Puts beside the example application what only the pictures need. */
export async function addSamples(workspace: string): Promise<void> {
  await writeFile(path.join(workspace, '.env'), toEnvironment());
  await writeFile(path.join(workspace, 'client/src/SignIn.vue'), VUE);
  await writeFile(path.join(workspace, 'client/src/SignIn.svelte'), SVELTE);
}

/** A token that the example application signed for an administrator, 24.5 of its 30 days ago. */
function toEnvironment(): string {
  const issued = Math.floor(Date.now() / 1000) - 24.5 * 86_400;
  const claims = { sub: 'u_1042', email: 'ada@example.com', role: 'admin', iat: issued, exp: issued + 30 * 86_400 };
  const parts = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const signature = createHmac('sha256', 'p7Rk2-notes-signing-key-2024').update(parts.join('.')).digest('base64url');
  return `PORT=3000\nNODE_ENV=development\nNOTES_TOKEN=${parts.join('.')}.${signature}\n`;
}

const VUE = `<template>
  <form @submit.prevent="signIn">
    <input v-model="email" type="email" />
    <button>Sign in</button>
  </form>
</template>

<script setup lang="ts">
import axios from 'axios';
import { ref } from 'vue';

const email = ref('');

async function signIn() {
  const { data } = await axios.post('/api/login', { email: email.value });
  localStorage.setItem('accessToken', data.accessToken);
}
</script>
`;

const SVELTE = `<script lang="ts">
  import axios from 'axios';

  let email = '';

  async function signIn() {
    const { data } = await axios.post('/api/login', { email });
    localStorage.setItem('accessToken', data.accessToken);
  }
</script>

<form on:submit|preventDefault={signIn}>
  <input bind:value={email} type="email" />
  <button>Sign in</button>
</form>
`;
