/** What VS Code calls. Rejects when a test fails. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    // Mocha's own `mocha.run` reads the page's address, which the Node.js host has none of.
    Mocha.prototype.run.call(mocha, (failures) =>
      failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`)),
    );
  });
}
