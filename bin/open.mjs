/**
 * Says with which words `rostrum dev` is started: a person at a screen gets the browser opened as well,
 * unless they say `--no-open`.
 */
export function startWords(words, { isTTY, env, platform }) {
  const rest = words.filter((word) => word !== '--no-open');
  const isAsked = rest.length < words.length || rest.includes('--open');
  const hasScreen = platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  const opens = !isAsked && isTTY && hasScreen && !env.CI && !env.SSH_CONNECTION;
  return ['dev', ...rest, ...(opens ? ['--open'] : [])];
}
