import { parentPort, workerData } from 'node:worker_threads';
import type { RecogniserChoice } from '../recogniser/choice.ts';
import { loadRecogniser } from '../recogniser/load.ts';
import type { ThreadReply, ThreadRequest } from './thread-messages.ts';

const port = parentPort;
if (!port) throw new Error('recogniser-thread runs as a worker thread');
const tell = (reply: ThreadReply) => port.postMessage(reply);
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

try {
  const recogniser = await loadRecogniser(workerData as RecogniserChoice);
  port.on('message', async (request: ThreadRequest) => {
    if (request.type === 'stop') process.exit();
    try {
      if (request.type === 'prepare') {
        await recogniser.prepare?.(request.likely);
        return tell({ type: 'prepared' });
      }
      const { audio, draft, likely, words } = request;
      tell({ type: 'decoded', decoding: await recogniser.decode(audio, draft, likely, words) });
    } catch (error) {
      tell({ type: 'failed', reason: reasonOf(error) });
    }
  });
  tell({ type: 'ready' });
} catch (error) {
  tell({ type: 'broken', reason: reasonOf(error) });
  port.close();
}
