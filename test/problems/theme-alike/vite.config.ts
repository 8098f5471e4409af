const rostrum = (options: unknown) => options;

const harbour = {
  name: 'harbour',
  about: 'Deep water.',
  dark: {
    'chart-1': '#6ad6c0',
  },
};

export default {
  plugins: [rostrum({ themes: [harbour] })],
};
