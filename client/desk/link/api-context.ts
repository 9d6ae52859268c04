import { createContext, useContext } from 'react';
import { type DeskApi, deskApi } from './desk-api.ts';

export const ApiContext = createContext<DeskApi>(deskApi);

export const useApi = (): DeskApi => useContext(ApiContext);
