import Value from 'typebox/value';
import { StoredArticle } from '#protocol/article';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isStoredArticle = (value: unknown): value is StoredArticle => Value.Check(StoredArticle, value);
