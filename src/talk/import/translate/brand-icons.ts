/** Returns the short name of a brand's icon for a component of an icon; null for an icon of anything else. */
export function findBrand(name: string): string | null {
  const [, set, icon = ''] = SETS.exec(name.replace(/^i-/, '').toLowerCase()) ?? [];
  if (set === 'simple-icons') return `:simple-icons-${icon}:`;
  if (set === undefined) return null;
  const parts = icon.split('-');
  const words = [icon.replaceAll('-', ''), ...parts];
  const brand = words.map((word) => OTHER_NAMES[word] ?? word).find((word) => BRANDS.has(word));
  return brand === undefined ? null : `:simple-icons-${brand}:`;
}

const SETS =
  /^(simple-icons|logos|cib|devicon|devicon-plain|skill-icons|vscode-icons|fa-brands|fa6-brands|fa|carbon|mdi|ri|ph|uil|tabler|ant-design|octicon|ion)[-:](.+)$/;
/** Brands whose icons decks show, by their names in Simple Icons. */
const BRANDS = new Set(
  `angular ansible apache apple archlinux astro bluesky bun clojure cloudflare cmake codeberg cplusplus css d3
  debian deno django docker dotnet eslint ethereum fastapi fedora figma firefox flask flutter gimp git gitea github githubactions
  gitlab gnome gnu gnubash go gnuemacs googlechrome grafana graphql haskell helm homebrew html5 javascript jenkins jest jupyter
  kotlin kubernetes latex linux llvm markdown mastodon matrix mermaid mongodb mysql neovim nestjs nextdotjs nginx nixos
  nodedotjs npm numpy nuxt nvidia ocaml openjdk pandas perl php pnpm podman postgresql prettier prometheus python pytorch qt r
  react redhat redis rollupdotjs ruby rust rustdesk sass scala signal solid sqlite stackoverflow storybook svelte swift
  tailwindcss tensorflow terraform threedotjs typescript ubuntu unocss vim vite vitest vuedotjs webassembly webpack wikipedia
  x yarn youtube zig`.split(/\s+/),
);
/** Names that Simple Icons writes in another way. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  vue: 'vuedotjs',
  vuejs: 'vuedotjs',
  node: 'nodedotjs',
  nodejs: 'nodedotjs',
  nextjs: 'nextdotjs',
  nuxtjs: 'nuxt',
  vitejs: 'vite',
  threejs: 'threedotjs',
  golang: 'go',
  java: 'openjdk',
  rollup: 'rollupdotjs',
  html: 'html5',
  reactjs: 'react',
  postgres: 'postgresql',
  bash: 'gnubash',
  chrome: 'googlechrome',
  twitter: 'x',
};
