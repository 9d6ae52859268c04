import Value from 'typebox/value';
import { Guide } from '#protocol/guide';
import { GuideModel } from '../../../client/ar/guide-model.ts';
import { InlineStage } from '../../../client/ar/inline-stage.ts';
import { loadModel } from '../../../client/ar/load-guide.ts';

declare global {
  interface Window {
    /** Set when the guide is drawn: shows a step's end, or the whole product for a step past the last. */
    show?: (step: number) => void;
    steps?: number;
  }
}

const slug = new URLSearchParams(location.search).get('guide');
const folder = `/assets/guides/${slug}`;
const guide = Value.Parse(Guide, await (await fetch(`${folder}/guide.json`)).json());
const accent = 0xe2711d;
const model = new GuideModel(guide, await loadModel(`${folder}/model.glb`, () => {}), accent);
const canvas = document.querySelector('canvas');
if (!canvas) throw new Error('The page has no canvas.');
const labels = document.createElement('div');
const stage = new InlineStage({ canvas, model, labels, accent, reducedMotion: true, onTap: () => {} });
window.steps = guide.steps.length;
window.show = (step) => (step < guide.steps.length ? stage.showStep(step) : stage.showFinished(true));
