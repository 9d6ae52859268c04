import { modelFile } from '../model-file.ts';

/** Which recogniser a thread loads. Plain data: it crosses to the thread. */
export type RecogniserChoice =
  | { kind: 'moonshine'; encoder: string; decoder: string }
  | { kind: 'transformers'; model: string; models: string };

const moonshines = new Set(['moonshine-tiny', 'moonshine-base']);

/**
 * @param name `HEXKEY_RECOGNISER`.
 * @param models `HEXKEY_MODELS`: the folder of fetched models.
 */
export function chooseRecogniser(name: string, models: string): RecogniserChoice {
  if (!moonshines.has(name)) return { kind: 'transformers', model: name, models };
  return {
    kind: 'moonshine',
    encoder: modelFile(models, name, 'encoder_model.onnx'),
    decoder: modelFile(models, name, 'decoder_model_merged.onnx'),
  };
}
