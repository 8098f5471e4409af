export default { plugins: [{ repositories: { clock: './no-clone' } }] };
