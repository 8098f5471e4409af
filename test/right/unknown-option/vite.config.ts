const rostrum = (options: unknown) => options;

export default {
  plugins: [
    rostrum({
      blocks: [],
    }),
  ],
};
