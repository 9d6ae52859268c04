// A production build puts compiled checks in this module's place: see transport/compiled-check-plugin.ts.
import Value from 'typebox/value';
import { PageMessage } from '#protocol/voice';

export const isServerMessage = (value: unknown): value is PageMessage => Value.Check(PageMessage, value);
