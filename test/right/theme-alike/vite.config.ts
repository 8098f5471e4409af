const rostrum = (options: unknown) => options;

const harbour = {
  name: 'harbour',
  about: 'Deep water.',
  dark: {
    'chart-1': '#ff8950',
  },
};

export default {
  plugins: [rostrum({ themes: [harbour] })],
};
