const rostrum = (options: unknown) => options;

const harbour = {
  name: 'harbour',
  about: 'Deep water.',
  light: {
    accent: '#00695f',
    'accent-ink': '#4f9f97',
    'ink-faint': '#9a9a9a',
  },
};

export default {
  plugins: [rostrum({ themes: [harbour] })],
};
