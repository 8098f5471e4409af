import { rostrum } from 'rostrum';
import { kernelBlocks } from 'rostrum/kernel';

export default { plugins: [rostrum({ blocks: kernelBlocks })] };
