import type { Configuration } from '../resolve/evaluate/configured';

/** Where `config` looks, as far as projects run with what they are put to work with. */
export const NODE_CONFIG: Configuration = {
  files: ['config/production', 'config/prod', 'config/staging', 'config/default'],
  variables: 'config/custom-environment-variables',
};
