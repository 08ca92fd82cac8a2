// Files that are bundled as text.
declare module "*.toml" {
  const text: string;
  export default text;
}
