const rostrum = (options: unknown) => options;

const harbour = {
  name: 'harbour',
  about: 'Deep water.',
  light: {
    accent: '#00695f',
    'accent-ink': '#00594f',
    'ink-faint': '#666666',
  },
};

export default {
  plugins: [rostrum({ themes: [harbour] })],
};
