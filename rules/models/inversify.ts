import type { LibraryModel } from './model';

/** Where code binds something: a container, and what a module of it gets (before 7, `bind` itself). */
const BINDS = ['#Container.bind', '#Container.rebind', '#Bind', '#Bind.bind'];

/** Only what its containers give: what code binds to the names that they are asked for, or instances of these classes. */
export const inversify = {
  package: 'inversify',
  source:
    'inversify@7.11.0 lib/esm (Container, ContainerModule, inject), @inversifyjs/container 1 (BindToFluentSyntax: to, toConstantValue, toDynamicValue); inversify@6.0.2 lib/interfaces/interfaces.d.ts (Bind)',
  display: 'container',
  types: [
    { name: '#Container', display: 'container', annotations: ['Container', 'interfaces.Container'] },
    {
      name: '#Bind',
      display: 'bind',
      annotations: ['interfaces.Bind', 'ContainerModuleLoadOptions', 'interfaces.Rebind'],
    },
  ],
  gives: [{ path: 'Container()', type: '#Container' }],
  handlers: [{ path: 'ContainerModule', parameters: ['#Bind'] }],
  results: ['#Container.get()', '#Container.getAsync()', 'inject()'].map((path) => ({ path, is: { offered: 0 } })),
  offers: BINDS.flatMap((bind) => [
    { by: `${bind}().to`, name: 'receiver', value: 0, is: 'instance' } as const,
    { by: `${bind}().toConstantValue`, name: 'receiver', value: 0, is: 'value' } as const,
    { by: `${bind}().toDynamicValue`, name: 'receiver', value: 0, is: 'returned' } as const,
  ]),
  emissions: [],
} satisfies LibraryModel;
