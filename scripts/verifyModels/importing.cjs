/** Imports a module as Node does: asked from TypeScript, tsx takes the source that some publish beside it. */
exports.importModule = (url) => import(url);
