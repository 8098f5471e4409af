import { defineConfig, rostrum } from 'rostrum';
import harbour from '../../examples/rostrum-theme-harbour/index.js';

export default defineConfig({ plugins: [rostrum({ themes: [harbour] })] });
