import { rostrum } from 'rostrum';

// Options go between the brackets of rostrum(). The talk's own front matter wins over them:
//   rostrum({ defaults: { speaker: 'Your name', email: 'you@example.org', language: 'en' } })
export default { plugins: [rostrum()] };
