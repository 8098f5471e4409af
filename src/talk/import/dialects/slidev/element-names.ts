/** Checks whether a name is that of an icon: a collection and a name. */
export function isIcon(name: string): boolean {
  return /^(?:i-)?(?:[a-z][a-z\d]*:[a-z][\w-]*)$/.test(name) || ICONS.test(name);
}

/** Checks whether a name is that of a component of Vue. */
export function isComponent(name: string): boolean {
  return (
    /^[A-Z]/.test(name) || (name.includes('-') && !/^(?:font|color|annotation|missing)-/.test(name))
  );
}

const ICONS =
  /^(?:i-)?(?:academicons|ant-design|bi|bx|carbon|codicon|cil|devicon|emojione|eos-icons|fa\d?|fa-brands|fa-solid|fa6-(?:solid|brands|regular)|fluent(?:-emoji)?|gg|heroicons|ic|icomoon-free|ion|line-md|logos|lucide|material-symbols|mdi|mingcute|noto|octicon|openmoji|ph|pixelarticons|ri|simple-icons|skill-icons|solar|svg-spinners|tabler|teenyicons|twemoji|uil|uim|vscode-icons)(?:-[\w-]+)$/;
