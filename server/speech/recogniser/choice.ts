import { modelFile } from '../model-file.ts';

/** Which recogniser a thread loads. Plain data: it crosses to the thread. */
export type RecogniserChoice =
  | { kind: 'moonshine'; encoder: string; decoder: string }
  | { kind: 'transformers'; model: string; models: string; language?: string };

const moonshines = new Set(['moonshine-tiny', 'moonshine-base']);
/** "onnx-community/whisper-base:zh": the language that a multilingual model is to listen for. */
const languageSuffix = /:([a-z]{2,3})$/;

/**
 * @param name `HEXKEY_RECOGNISER`.
 * @param models `HEXKEY_MODELS`: the folder of fetched models.
 */
export function chooseRecogniser(name: string, models: string): RecogniserChoice {
  if (moonshines.has(name))
    return {
      kind: 'moonshine',
      encoder: modelFile(models, name, 'encoder_model.onnx'),
      decoder: modelFile(models, name, 'decoder_model_merged.onnx'),
    };
  const language = languageSuffix.exec(name)?.[1];
  const model = name.replace(languageSuffix, '');
  return { kind: 'transformers', model, models, ...(language && { language }) };
}
