/** Rule pages are bundled as text. */
declare module '*.md' {
  const page: string;
  // biome-ignore lint/style/noDefaultExport: the bundler gives the text as the default export.
  export default page;
}
