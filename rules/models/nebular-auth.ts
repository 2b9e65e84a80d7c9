import { arg, type LibraryModel, readOnly, slot } from './model';
import { sdkStorage } from './sdkStorage';

export const nebularAuth = {
  package: '@nebular/auth',
  source:
    '@nebular/auth@16.0.0 and @11.0.1, the module (NbTokenLocalStorage, nbTokenServiceInjection, NbAuthModule.forRoot)',
  display: 'auth',
  emissions: [
    {
      emits: 'SdkStorage',
      at: { call: 'NbTokenStorage', arguments: [1, 1] },
      slots: sdkStorage({
        storage: {
          ...slot(readOnly(arg(0, 'useClass')), 'localStorage'),
          spelled: { NbTokenLocalStorage: 'localStorage' },
        },
        safer: 'none',
      }),
    },
  ],
} satisfies LibraryModel;
